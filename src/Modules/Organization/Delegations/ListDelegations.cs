using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Delegations;

internal sealed record DelegationRow
{
    public required DelegationId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string PersonName { get; init; }

    public required PersonId DeputyId { get; init; }

    public required string DeputyName { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    public string? Remark { get; init; }

    public required bool IsRunning { get; init; }

    public required int Version { get; init; }

    public IReadOnlyList<string> Can { get; init; } = [];
}

/// <summary>GET /api/delegations: one's own, those in which one is the deputy, and those of people one may edit; the newest first.</summary>
internal static class ListDelegations
{
    public sealed class Filter : IChecked
    {
        /// <summary>True gives only those that run today.</summary>
        public bool? Running { get; init; }
    }

    public static async Task<ListPage<DelegationRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var (me, today) = (reach.Caller.Person, clock.Today);
        var rows = db.Set<Delegation>().AsNoTracking();
        var others = reach.Caller.May(OrganizationPermissions.EditPeople);
        var everybody = others && reach.People(OrganizationPermissions.EditPeople) is null;
        if (!everybody)
        {
            var people = reach.People(OrganizationPermissions.EditPeople) ?? db.Set<Person>().Where(_ => false).Select(person => person.Id);
            rows = rows.Where(delegation => delegation.PersonId == me || delegation.DeputyId == me || (others && people.Contains(delegation.PersonId)));
        }

        if (filter.Running == true)
        {
            rows = rows.Where(delegation => delegation.First <= today && delegation.Last >= today);
        }

        var (page, size) = (query.Page ?? 1, query.Size ?? 20);
        var names = db.PersonCards;
        var found = await rows.OrderByDescending(delegation => delegation.First).ThenBy(delegation => delegation.Id).Skip((page - 1) * size).Take(size)
            .Select(delegation => new
            {
                Row = delegation,
                PersonName = names.Where(person => person.Id == delegation.PersonId).Select(person => person.Name).First(),
                DeputyName = names.Where(person => person.Id == delegation.DeputyId).Select(person => person.Name).First(),
            }).ToListAsync(cancel);
        var items = new List<DelegationRow>();
        foreach (var one in found)
        {
            items.Add(new DelegationRow
            {
                Id = one.Row.Id,
                PersonId = one.Row.PersonId,
                PersonName = one.PersonName,
                DeputyId = one.Row.DeputyId,
                DeputyName = one.DeputyName,
                First = one.Row.First,
                Last = one.Row.Last,
                Kinds = [.. one.Row.Kinds.Split(',', StringSplitOptions.RemoveEmptyEntries)],
                Remark = one.Row.Remark,
                IsRunning = one.Row.First <= today && one.Row.Last >= today,
                Version = one.Row.Version,
                Can = await DelegationReach.Covers(reach, one.Row.PersonId, cancel) ? ["edit", "delete"] : [],
            });
        }

        return new ListPage<DelegationRow> { Items = items, Total = await rows.CountAsync(cancel) };
    }
}
