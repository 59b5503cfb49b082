using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;
using Yingpan.Territories.Public.Rules;

namespace Yingpan.Territories.Guarding;

/// <summary>Standing in for somebody in his territory can be handed over while he is away.</summary>
internal sealed class CoverWork : IDelegatedWork
{
    public const string Kind = "territories.cover";

    public IReadOnlyList<string> Kinds => [Kind];
}

internal static class Cover
{
    /// <summary>Who lets another do his work in his territories on that day.</summary>
    public static IQueryable<Deputy> CoverOn(this AppDb db, DateOnly day) =>
        db.Deputies.Where(deputy => deputy.First <= day && deputy.Last >= day && (deputy.Kinds == "" || deputy.Kinds.Contains("," + CoverWork.Kind + ",")));
}

/// <summary>POST /api/territory-releases: for oneself, of the superior.</summary>
internal static class AskRelease
{
    public sealed record Request : IChecked
    {
        public required TerritoryId TerritoryId { get; init; }

        public required TerritoryAct Act { get; init; }

        public string? Subject { get; init; }

        public required string Reason { get; init; }

        public void Check(Check check)
        {
            check.OptionalText("subject", Subject, 120);
            check.Text("reason", Reason, 200, lines: true);
        }
    }

    public static async Task<Created<Saved<ReleaseId>>> Handle(Request request, AppDb db, Caller caller, CompanyClock clock, Notifier notifier, CancellationToken cancel)
    {
        if (caller.Person is not { } me)
        {
            throw Refusal.Conflict("territories.release-nobody");
        }

        await db.LockPerson(me, cancel);
        var territory = await db.TerritoryCards.FirstOrDefaultAsync(territory => territory.Id == request.TerritoryId, cancel);
        var check = new Check();
        check.That(territory is not null, "territoryId", "record.not-found");
        check.ThrowIfAny();
        if (await db.Set<Release>().AnyAsync(release => release.PersonId == me && release.TerritoryId == request.TerritoryId && release.Act == request.Act && release.State == ReleaseState.Asked, cancel))
        {
            throw Refusal.Conflict("territories.release-asked", ("territory", territory!.Name));
        }

        var release = new Release
        {
            Id = Id.New<ReleaseId>(),
            PersonId = me,
            TerritoryId = request.TerritoryId,
            Act = request.Act,
            Subject = request.Subject.CleanOrNull(),
            Reason = request.Reason.Clean(),
            State = ReleaseState.Asked,
            AskedAt = clock.Now,
        };
        db.Add(release);
        await db.SaveChangesAsync(cancel);
        var chart = await db.LoadChart(clock.Today, cancel);
        if (chart.SuperiorOf(me) is { } superior)
        {
            await notifier.Tell(superior, "territories.release-asked", new Dictionary<string, object?> { ["name"] = chart.Person(me)?.Name, ["territory"] = territory!.Name }, "/territory-outside", cancel);
        }

        return TypedResults.Created($"/api/territory-releases/{release.Id}", new Saved<ReleaseId>(release.Id, release.Version));
    }
}

/// <summary>POST /api/territory-releases/{id}/decide: granted until a day, or refused with a word. Never by who asked.</summary>
internal static class DecideRelease
{
    private const int LongestDays = 366;

    public sealed record Request : IChecked
    {
        public required bool Grant { get; init; }

        /// <summary>Until which day, included; needed to grant.</summary>
        public DateOnly? Last { get; init; }

        public string? Comment { get; init; }

        public void Check(Check check)
        {
            check.OptionalText("comment", Comment, 200, lines: true);
            check.That(Grant || !string.IsNullOrWhiteSpace(Comment), "comment", "field.required");
            check.That(!Grant || Last is not null, "last", "field.required");
        }
    }

    public static async Task<Saved<ReleaseId>> Handle(ReleaseId id, Request request, AppDb db, Reach reach, CompanyClock clock, Notifier notifier, CancellationToken cancel)
    {
        var release = await Find(id, db, reach, cancel);
        if (release.State != ReleaseState.Asked)
        {
            throw Refusal.Conflict("territories.release-decided");
        }

        var check = new Check();
        check.That(request.Last is not { } last || (last >= clock.Today && last <= clock.Today.AddDays(LongestDays)), "last", "territories.release-last");
        check.ThrowIfAny();
        release.State = request.Grant ? ReleaseState.Granted : ReleaseState.Refused;
        (release.DecidedById, release.DecidedAt, release.Comment) = (reach.Caller.Person, clock.Now, request.Comment.CleanOrNull());
        if (request.Grant)
        {
            (release.First, release.Last) = (clock.Today, request.Last);
        }

        await db.SaveChangesAsync(cancel);
        var territory = await db.TerritoryCards.Where(territory => territory.Id == release.TerritoryId).Select(territory => territory.Name).FirstAsync(cancel);
        await notifier.Tell(release.PersonId, request.Grant ? "territories.release-granted" : "territories.release-refused", new Dictionary<string, object?> { ["territory"] = territory }, "/territory-outside", cancel);
        return new Saved<ReleaseId>(release.Id, release.Version);
    }

    /// <summary>Of somebody else. Locked, so that of two who decide at once the second finds it decided.</summary>
    public static async Task<Release> Find(ReleaseId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var owner = await db.Set<Release>().AsNoTracking().VisibleTo(reach, TerritoriesPermissions.Release).Where(release => release.Id == id).Select(release => (PersonId?)release.PersonId)
            .FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        if (owner == reach.Caller.Person)
        {
            throw Refusal.Conflict("territories.own-release");
        }

        await db.LockPerson(owner, cancel);
        return await db.Set<Release>().FirstAsync(release => release.Id == id, cancel);
    }
}

/// <summary>POST /api/territory-releases/{id}/end: one that was granted ends with yesterday.</summary>
internal static class EndRelease
{
    public static async Task<Saved<ReleaseId>> Handle(ReleaseId id, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var release = await DecideRelease.Find(id, db, reach, cancel);
        if (release.State != ReleaseState.Granted || release.Last < clock.Today)
        {
            throw Refusal.Conflict("territories.release-over");
        }

        release.Last = clock.Today.AddDays(-1);
        await db.SaveChangesAsync(cancel);
        return new Saved<ReleaseId>(release.Id, release.Version);
    }
}
