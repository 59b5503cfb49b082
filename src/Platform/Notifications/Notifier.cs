using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;

namespace Yingpan.Platform.Notifications;

/// <summary>
/// Tells people what happened, in the transaction in which it happens: what is rolled back was never said. Written at once, so it does
/// not matter whether the caller saves before or after.
/// </summary>
public sealed class Notifier(AppDb db, CompanyClock clock)
{
    /// <summary>
    /// <paramref name="kind"/> names the text <c>notification.{kind}</c>, <paramref name="link"/> a page of the application
    /// (<c>/customers/…</c>). A person without an account is not told: there is nobody to read it.
    /// </summary>
    public async Task Tell(PersonId person, string kind, IReadOnlyDictionary<string, object?> parameters, string link, CancellationToken cancel)
    {
        var account = await db.Set<Account>().Where(account => account.PersonId == person && !account.IsDisabled)
            .Select(account => (Guid?)account.Id).FirstOrDefaultAsync(cancel);
        if (account is { } found)
        {
            await Tell(new AccountId(found), kind, parameters, link, cancel);
        }
    }

    public async Task Tell(AccountId account, string kind, IReadOnlyDictionary<string, object?> parameters, string link, CancellationToken cancel)
    {
        if (link.Length > 0 && (link[0] != '/' || link.StartsWith("//", StringComparison.Ordinal)))
        {
            throw new ArgumentException("A link is a page of the application, never another site.", nameof(link));
        }

        var values = JsonSerializer.Serialize(parameters, JsonTypes.Options);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO platform_notification (id, account_id, kind, params, link, created_at)
            VALUES ({Guid.CreateVersion7()}, {account.Value}, {kind}, {values}, {link}, {clock.Now.UtcDateTime})
            """, cancel);
    }
}
