using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Organization.Delegations;

internal sealed record DelegationRequest : IChecked
{
    /// <summary>Left out: for oneself. For another only by who may edit that person.</summary>
    public PersonId? PersonId { get; init; }

    public required PersonId DeputyId { get; init; }

    /// <summary>First and last day, both included.</summary>
    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    /// <summary>Kinds of approval; empty or left out is every kind.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    public string? Remark { get; init; }

    public void Check(Check check)
    {
        check.Period("first", First, Last);
        check.That(Last.DayNumber - First.DayNumber < 366, "last", "organization.delegation-too-long");
        check.That(Kinds is null || Kinds.Count <= 40, "kinds", "field.too-many", ("max", 40));
        check.OptionalText("remark", Remark, 200);
    }

    public async Task CheckReferences(AppDb db, PersonId principal, IEnumerable<IDelegatedWork> work, DateOnly today, DelegationId? self, CancellationToken cancel)
    {
        var check = new Check();
        var known = work.SelectMany(one => one.Kinds).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < (Kinds?.Count ?? 0); i++)
        {
            check.That(known.Contains(Kinds![i]), $"kinds[{i}]", "organization.delegation-kind");
        }

        check.That(DeputyId != principal, "deputyId", "organization.own-deputy");
        check.That(Last >= today, "last", "organization.delegation-over");
        check.That(await db.Set<Person>().AnyAsync(person => person.Id == DeputyId && (person.LeftOn == null || person.LeftOn >= today), cancel), "deputyId", "organization.deputy-gone");
        check.ThrowIfAny();
        // Two delegations of one person on one day are told apart by nobody, so there is one.
        await db.LockPerson(principal, cancel);
        var other = await db.Set<Delegation>()
            .Where(delegation => delegation.PersonId == principal && delegation.Id != self && delegation.First <= Last && delegation.Last >= First)
            .OrderBy(delegation => delegation.First).Select(delegation => new { delegation.First, delegation.Last }).FirstOrDefaultAsync(cancel);
        if (other is not null)
        {
            throw Refusal.Faulty([Fault.At("first", "organization.delegation-overlap", ("first", other.First), ("last", other.Last))]);
        }
    }

    public void WriteTo(Delegation delegation)
    {
        delegation.DeputyId = DeputyId;
        delegation.First = First;
        delegation.Last = Last;
        delegation.Kinds = Kinds is { Count: > 0 } kinds ? $",{string.Join(',', kinds.Distinct())}," : "";
        delegation.Remark = Remark.CleanOrNull();
    }
}

/// <summary>POST /api/delegations: who is away names who acts for him.</summary>
internal static class AddDelegation
{
    public static async Task<Created<Saved<DelegationId>>> Handle(
        DelegationRequest request, AppDb db, Reach reach, IEnumerable<IDelegatedWork> work, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var principal = request.PersonId ?? reach.Caller.Person ?? throw Refusal.Conflict("organization.no-person");
        if (!await DelegationReach.Covers(reach, principal, cancel))
        {
            throw Refusal.Faulty([Fault.At("personId", "record.out-of-reach")]);
        }

        await request.CheckReferences(db, principal, work, clock.Today, null, cancel);
        var delegation = new Delegation
        {
            Id = Id.New<DelegationId>(),
            PersonId = principal,
            DeputyId = request.DeputyId,
            First = request.First,
            Last = request.Last,
            Kinds = "",
        };
        request.WriteTo(delegation);
        db.Add(delegation);
        await db.SaveChangesAsync(cancel);
        await DelegationReach.Tell(delegation, "deputy-named", db, notifier, cancel);
        return TypedResults.Created($"/api/delegations/{delegation.Id}", new Saved<DelegationId>(delegation.Id, delegation.Version));
    }
}

/// <summary>PUT /api/delegations/{id}: the principal stays; whoever comes back early moves the last day.</summary>
internal static class EditDelegation
{
    public static async Task<Saved<DelegationId>> Handle(
        DelegationId id, DelegationRequest request, IfMatch seen, AppDb db, Reach reach, IEnumerable<IDelegatedWork> work, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var delegation = await db.Find(id, reach, cancel);
        db.Expect(delegation, seen);
        await request.CheckReferences(db, delegation.PersonId, work, clock.Today, id, cancel);
        var before = (delegation.DeputyId, delegation.First, delegation.Last);
        if (before.DeputyId != request.DeputyId)
        {
            await DelegationReach.Tell(delegation, "deputy-released", db, notifier, cancel);
        }

        request.WriteTo(delegation);
        await db.SaveChangesAsync(cancel);
        if (before != (delegation.DeputyId, delegation.First, delegation.Last))
        {
            await DelegationReach.Tell(delegation, "deputy-named", db, notifier, cancel);
        }

        return new Saved<DelegationId>(delegation.Id, delegation.Version);
    }
}

/// <summary>DELETE /api/delegations/{id}: ends it at once; what was decided under it stays on record.</summary>
internal static class RemoveDelegation
{
    public static async Task<NoContent> Handle(DelegationId id, AppDb db, Reach reach, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var delegation = await db.Find(id, reach, cancel);
        db.Remove(delegation);
        await db.SaveChangesAsync(cancel);
        if (delegation.Last >= clock.Today)
        {
            await DelegationReach.Tell(delegation, "deputy-released", db, notifier, cancel);
        }

        return TypedResults.NoContent();
    }
}

internal static class DelegationReach
{
    /// <summary>One's own, and those of people one may edit.</summary>
    public static async Task<bool> Covers(Reach reach, PersonId principal, CancellationToken cancel) =>
        principal == reach.Caller.Person
        || (reach.Caller.May(OrganizationPermissions.EditPeople) && await reach.Covers(principal, OrganizationPermissions.EditPeople, cancel));

    public static async Task<Delegation> Find(this AppDb db, DelegationId id, Reach reach, CancellationToken cancel) =>
        await db.Set<Delegation>().FirstOrDefaultAsync(delegation => delegation.Id == id, cancel) is { } found && await Covers(reach, found.PersonId, cancel)
            ? found
            : throw Refusal.NotFound("record.not-found");

    /// <summary>The deputy hears when his time begins and ends, and when it is no longer his.</summary>
    public static async Task Tell(Delegation delegation, string kind, AppDb db, Notifier notifier, CancellationToken cancel) => await notifier.Tell(
        delegation.DeputyId, kind,
        new Dictionary<string, object?>
        {
            ["name"] = await db.Set<Person>().Where(person => person.Id == delegation.PersonId).Select(person => person.Name).FirstAsync(cancel),
            ["first"] = delegation.First,
            ["last"] = delegation.Last,
        }, "/delegations", cancel);
}
