using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Jobs;

/// <summary>Section <c>Jobs</c> of the configuration.</summary>
public sealed class JobOptions
{
    /// <summary>False lets what comes round by the clock pass: on a copy of a house that is only looked at, and in tests, which call it themselves.</summary>
    public bool Recurring { get; set; } = true;
}

/// <summary>
/// The one job the scheduler knows. Its row says which of ours is meant, with what, and for whom; so a renamed class never
/// strands a stored job.
/// </summary>
internal sealed partial class BackgroundWork(IServiceScopeFactory scopes, IEnumerable<JobKind> kinds, IOptions<JobOptions> options, ILogger<BackgroundWork> log) : IJob
{
    public const string Kind = "kind";
    public const string Data = "data";
    public const string Account = "account";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (context.JobDetail.Key.Group == JobSetup.Recurring && !options.Value.Recurring)
        {
            return;
        }

        var row = context.MergedJobDataMap;
        var name = row.GetString(Kind);
        var kind = kinds.FirstOrDefault(kind => kind.Name == name);
        if (kind is null)
        {
            Unknown(log, name);
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var caller = await CallerOf(scope.ServiceProvider, Guid.Parse(row.GetString(Account)!), name!, cancellationToken);
        if (caller is null)
        {
            NobodyThere(log, name);
            return;
        }

        scope.ServiceProvider.GetRequiredService<CallerContext>().Set(caller, via: $"job {name}");
        try
        {
            await kind.Run(scope.ServiceProvider, row.GetString(Data) ?? "null", cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Only a shutdown cancels; told so, the scheduler keeps the job for the next start.
            throw;
        }
        catch (Exception failure)
        {
            Failed(log, name, failure);
        }
    }

    /// <summary>Null when the account has gone or was disabled since, or the person has left: what it asked for is not done any more.</summary>
    private static async Task<Caller?> CallerOf(IServiceProvider services, Guid id, string job, CancellationToken cancel)
    {
        if (id == Guid.Empty)
        {
            return Caller.System(job);
        }

        var account = await services.GetRequiredService<AppDb>().Users.AsNoTracking().FirstOrDefaultAsync(account => account.Id == id, cancel);
        return account is null or { IsDisabled: true } || await services.GetRequiredService<CallerLoader>().Load(account, cancel) is not { HasLeft: false } caller ? null : caller;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "There is no job called {Name}; it was left out")]
    private static partial void Unknown(ILogger log, string? name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whoever asked for the job {Name} has no account any more; it was left out")]
    private static partial void NobodyThere(ILogger log, string? name);

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Name} failed")]
    private static partial void Failed(ILogger log, string? name, Exception failure);
}
