using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;

namespace Yingpan.Platform.SavedViews;

internal static class KeepSavedViews
{
    public const int LongestQuery = 2_000;

    /// <summary>For each account and list; nobody scrolls through more.</summary>
    public const int Most = 100;

    public sealed class Query : IChecked
    {
        public required string List { get; init; }

        public void Check(Check check) => check.Text("list", List, 60);
    }

    public sealed record Row
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required string Query { get; init; }

        public required bool Shared { get; init; }

        public required bool Mine { get; init; }

        public string? OwnerName { get; init; }

        public IReadOnlyList<string> Can { get; init; } = [];
    }

    public sealed record View(IReadOnlyList<Row> Items);

    public sealed record Request : IChecked
    {
        public required string List { get; init; }

        public required string Name { get; init; }

        public required string Query { get; init; }

        public required bool Shared { get; init; }

        public void Check(Check check)
        {
            check.Text("list", List, 60);
            check.Text("name", Name, 60);
            check.OptionalText("query", Query, LongestQuery);
        }
    }

    public sealed record Saved(Guid Id);

    /// <summary>GET /api/saved-views?list=customers: one's own first, then what others share.</summary>
    public static async Task<View> List([AsParameters] Query query, AppDb db, Caller caller, IPeopleNames people, CancellationToken cancel)
    {
        var me = caller.Account.Value;
        var views = await db.Set<SavedView>().AsNoTracking()
            .Where(view => view.List == query.List && (view.AccountId == me || view.Shared))
            .OrderBy(view => view.AccountId == me ? 0 : 1).ThenBy(view => EF.Functions.Collate(view.Name, db.PinyinCollation())).ThenBy(view => view.Id)
            .ToListAsync(cancel);
        var names = await people.Of([.. views.Select(view => view.PersonId).OfType<PersonId>().Distinct()], cancel);
        return new View([.. views.Select(view => new Row
        {
            Id = view.Id,
            Name = view.Name,
            Query = view.Query,
            Shared = view.Shared,
            Mine = view.AccountId == me,
            OwnerName = view.PersonId is { } owner ? names.GetValueOrDefault(owner) : null,
            Can = MayDelete(view, caller) ? ["delete"] : [],
        })]);
    }

    /// <summary>POST /api/saved-views</summary>
    public static async Task<Created<Saved>> Add(Request request, AppDb db, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        var mine = db.Set<SavedView>().Where(view => view.AccountId == caller.Account.Value && view.List == request.List);
        var check = new Check();
        check.That(!await mine.AnyAsync(view => view.Name == request.Name.Clean(), cancel), "name", "saved-view.name-taken");
        check.That(await mine.CountAsync(cancel) < Most, "list", "saved-view.too-many", ("max", Most));
        check.ThrowIfAny();

        var view = new SavedView
        {
            Id = Guid.CreateVersion7(),
            AccountId = caller.Account.Value,
            PersonId = caller.Person,
            List = request.List,
            Name = request.Name.Clean(),
            Query = request.Query,
            Shared = request.Shared,
            CreatedAt = clock.Now,
        };
        db.Add(view);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/saved-views/{view.Id}", new Saved(view.Id));
    }

    /// <summary>DELETE /api/saved-views/{id}: its owner; a shared one also whoever manages accounts.</summary>
    public static async Task<NoContent> Delete(Guid id, AppDb db, Caller caller, CancellationToken cancel)
    {
        var view = await db.Set<SavedView>().FirstOrDefaultAsync(view => view.Id == id, cancel);
        if (view is null || !(view.Shared || view.AccountId == caller.Account.Value))
        {
            throw Refusal.NotFound("record.not-found");
        }

        if (!MayDelete(view, caller))
        {
            throw Refusal.Forbidden("saved-view.not-yours");
        }

        db.Remove(view);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    private static bool MayDelete(SavedView view, Caller caller) =>
        view.AccountId == caller.Account.Value || (view.Shared && caller.May(PlatformModule.EditAccounts));
}
