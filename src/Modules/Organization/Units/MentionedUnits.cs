using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Units;

/// <summary>Rules of the house that are for a unit.</summary>
internal sealed class MentionedInDocuments(AppDb db) : IUnitMentions
{
    public string Kind => "documents";

    public async Task<IReadOnlyList<UnitMention>> Of(IReadOnlyCollection<UnitId> units, DateOnly from, CancellationToken cancel) =>
        [.. (await (
            from unit in db.Set<DocumentUnit>()
            where units.Contains(unit.UnitId)
            join document in db.Set<HouseDocument>() on unit.DocumentId equals document.Id
            where document.WithdrawnAt == null
            orderby document.Title
            select new { unit.UnitId, document.Id, document.Title }).ToListAsync(cancel))
            .Select(one => new UnitMention(one.UnitId, one.Title, $"/documents?open={one.Id}"))];
}

/// <summary>Days off and working days of a unit's own.</summary>
internal sealed class MentionedInCalendar(AppDb db) : IUnitMentions
{
    public string Kind => "calendar";

    public async Task<IReadOnlyList<UnitMention>> Of(IReadOnlyCollection<UnitId> units, DateOnly from, CancellationToken cancel) =>
        [.. (await db.Set<CalendarEntry>().Where(entry => entry.UnitId != null && units.Contains(entry.UnitId.Value) && entry.Last >= from)
            .OrderBy(entry => entry.First).Select(entry => new { entry.UnitId, entry.Name, entry.First }).ToListAsync(cancel))
            .Select(one => new UnitMention(one.UnitId!.Value, $"{one.Name} {one.First:yyyy-MM-dd}", "/calendar"))];
}

/// <summary>Hours of work of a unit's own, unless it has gone back to those of the house.</summary>
internal sealed class MentionedInHours(AppDb db) : IUnitMentions
{
    public string Kind => "hours";

    public async Task<IReadOnlyList<UnitMention>> Of(IReadOnlyCollection<UnitId> units, DateOnly from, CancellationToken cancel) =>
        [.. (await db.Set<WorkHours>().Where(hours => hours.UnitId != null && units.Contains(hours.UnitId.Value)).ToListAsync(cancel))
            .GroupBy(hours => hours.UnitId!.Value).Select(ofUnit => ofUnit.MaxBy(hours => hours.First)!).Where(hours => !hours.FollowsHouse)
            .Select(hours => new UnitMention(hours.UnitId!.Value, $"{hours.Start:HH:mm}–{hours.End:HH:mm}", "/attendance"))];
}
