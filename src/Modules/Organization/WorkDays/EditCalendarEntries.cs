using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Organization.WorkDays;

internal sealed record CalendarEntryRequest : IChecked
{
    public required CalendarEntryKind Kind { get; init; }

    public required DateOnly First { get; init; }

    /// <summary>Included.</summary>
    public required DateOnly Last { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public UnitId? UnitId { get; init; }

    private bool IsPublic => Kind is CalendarEntryKind.PublicHoliday or CalendarEntryKind.MakeUpDay;

    public void Check(Check check)
    {
        check.Text("name", Name, 60);
        check.OptionalText("nameEn", NameEn, 60);
        check.Period("first", First, Last);
        check.That(First.Year == Last.Year, "last", "organization.calendar-one-year");
        check.That(UnitId is null || !IsPublic, "unitId", "organization.calendar-public-unit");
    }

    /// <summary>Two words about one day, at the same rank, would leave it to chance which holds.</summary>
    public async Task RefuseOverlap(AppDb db, CalendarEntryId? self, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var check = new Check();
        check.That(UnitId is null || await db.UnitCards.AnyAsync(unit => unit.Id == UnitId, cancel), "unitId", "record.not-found");
        check.ThrowIfAny();
        var same = db.Set<CalendarEntry>().Where(entry => entry.Id != self && entry.First <= Last && entry.Last >= First && entry.UnitId == UnitId
            && (entry.Kind == CalendarEntryKind.PublicHoliday || entry.Kind == CalendarEntryKind.MakeUpDay) == IsPublic);
        if (await same.OrderBy(entry => entry.First).FirstOrDefaultAsync(cancel) is { } other)
        {
            throw Refusal.Faulty([Fault.At("first", "organization.calendar-overlap", ("name", other.Name), ("first", other.First), ("last", other.Last))]);
        }
    }
}

/// <summary>POST /api/calendar-entries</summary>
internal static class AddCalendarEntry
{
    public static async Task<Created<Saved<CalendarEntryId>>> Handle(CalendarEntryRequest request, AppDb db, CancellationToken cancel)
    {
        await request.RefuseOverlap(db, null, cancel);
        var entry = new CalendarEntry
        {
            Id = Id.New<CalendarEntryId>(),
            Kind = request.Kind,
            First = request.First,
            Last = request.Last,
            Name = request.Name.Clean(),
            NameEn = request.NameEn.CleanOrNull(),
            UnitId = request.UnitId,
        };
        db.Add(entry);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/calendar-entries/{entry.Id}", new Saved<CalendarEntryId>(entry.Id, entry.Version));
    }
}

/// <summary>PUT /api/calendar-entries/{id}</summary>
internal static class EditCalendarEntry
{
    public static async Task<Saved<CalendarEntryId>> Handle(CalendarEntryId id, CalendarEntryRequest request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var entry = await db.Set<CalendarEntry>().FirstOrDefaultAsync(entry => entry.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(entry, seen);
        await request.RefuseOverlap(db, id, cancel);
        entry.Kind = request.Kind;
        entry.First = request.First;
        entry.Last = request.Last;
        entry.Name = request.Name.Clean();
        entry.NameEn = request.NameEn.CleanOrNull();
        entry.UnitId = request.UnitId;
        await db.SaveChangesAsync(cancel);
        return new Saved<CalendarEntryId>(entry.Id, entry.Version);
    }
}

/// <summary>DELETE /api/calendar-entries/{id}: what it said stays in the audit trail.</summary>
internal static class RemoveCalendarEntry
{
    public static async Task<NoContent> Handle(CalendarEntryId id, AppDb db, CancellationToken cancel)
    {
        var entry = await db.Set<CalendarEntry>().FirstOrDefaultAsync(entry => entry.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Remove(entry);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
