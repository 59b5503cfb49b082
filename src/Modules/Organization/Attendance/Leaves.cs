using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Texts;

namespace Yingpan.Organization.Attendance;

internal sealed record LeaveRow
{
    public required LeaveEntryId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string PersonName { get; init; }

    public required LeaveKindId KindId { get; init; }

    public required string KindName { get; init; }

    public required DateOnly First { get; init; }

    public required bool StartsAtNoon { get; init; }

    public required DateOnly Last { get; init; }

    public required bool EndsAtNoon { get; init; }

    public string? Note { get; init; }

    public required int Version { get; init; }
}

/// <summary>GET /api/leave-entries: of everybody whose attendance the caller may read.</summary>
internal static class ListLeaves
{
    private static readonly ListSpec<LeaveRow> Spec = new ListSpec<LeaveRow>("leave-entries", row => row.Id)
        .Column("first", row => row.First)
        .Column("last", row => row.Last)
        .NameColumn("personName", row => row.PersonName)
        .Column("kindName", row => row.KindName)
        .SortedBy("-first");

    public sealed class Filter : IChecked
    {
        public PersonId? Person { get; init; }

        public LeaveKindId? Kind { get; init; }

        /// <summary>Those that touch these days.</summary>
        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }
    }

    public static async Task<ListPage<LeaveRow>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CancellationToken cancel)
    {
        var entries = db.Set<LeaveEntry>().AsNoTracking().VisibleTo(reach, OrganizationPermissions.ReadAttendance);
        entries = filter.Person is { } of ? entries.Where(entry => entry.PersonId == of) : entries;
        entries = filter.Kind is { } kind ? entries.Where(entry => entry.KindId == kind) : entries;
        entries = filter.From is { } from ? entries.Where(entry => entry.Last >= from) : entries;
        entries = filter.To is { } to ? entries.Where(entry => entry.First <= to) : entries;
        var english = Languages.Of(http) == Languages.English;
        var rows =
            from entry in entries
            join person in db.Set<Person>() on entry.PersonId equals person.Id
            join named in db.Set<LeaveKind>() on entry.KindId equals named.Id
            select new LeaveRow
            {
                Id = entry.Id,
                PersonId = entry.PersonId,
                PersonName = person.Name,
                KindId = entry.KindId,
                KindName = english ? named.NameEn : named.Name,
                First = entry.First,
                StartsAtNoon = entry.StartsAtNoon,
                Last = entry.Last,
                EndsAtNoon = entry.EndsAtNoon,
                Note = entry.Note,
                Version = entry.Version,
            };
        if (query.Pattern is { } pattern)
        {
            rows = rows.Where(row => EF.Functions.Like(row.PersonName.ToLower(), pattern, @"\"));
        }

        return await Spec.Page(rows, query, db, cancel);
    }
}

internal sealed record LeaveRequest : IChecked
{
    private const int MostNote = 200;

    public required PersonId PersonId { get; init; }

    public required LeaveKindId KindId { get; init; }

    public required DateOnly First { get; init; }

    public bool StartsAtNoon { get; init; }

    public required DateOnly Last { get; init; }

    public bool EndsAtNoon { get; init; }

    public string? Note { get; init; }

    public static LeaveRequest Of(LeaveApplication asked) => new()
    {
        PersonId = asked.PersonId,
        KindId = asked.KindId,
        First = asked.First,
        StartsAtNoon = asked.StartsAtNoon,
        Last = asked.Last,
        EndsAtNoon = asked.EndsAtNoon,
        Note = string.Concat(asked.Reason.EnumerateRunes().Take(MostNote)),
    };

    public LeaveEntry Entry(LeaveApplicationId? application = null) => new()
    {
        Id = Id.New<LeaveEntryId>(),
        PersonId = PersonId,
        KindId = KindId,
        First = First,
        StartsAtNoon = StartsAtNoon,
        Last = Last,
        EndsAtNoon = EndsAtNoon,
        Note = Note.CleanOrNull(),
        ApplicationId = application,
    };

    public void Check(Check check)
    {
        check.Period("first", First, Last);
        check.That(Last.DayNumber - First.DayNumber <= 366, "last", "organization.leave-long");
        check.That(First != Last || !(StartsAtNoon && EndsAtNoon), "endsAtNoon", "organization.leave-nothing");
        check.OptionalText("note", Note, MostNote, lines: true);
    }
}

/// <summary>What adding, editing and removing a leave have in common. Nobody enters his own.</summary>
internal sealed class LeaveSaving(AppDb db, Reach reach)
{
    /// <param name="before">The days it had; they must be open as well.</param>
    public async Task Check(LeaveRequest request, LeaveEntry? before, CancellationToken cancel)
    {
        await MayFor(request.PersonId, "personId", cancel);
        await CheckDays(request, before, cancel);
    }

    /// <summary>That he can be away on these days, whoever says so; holds the person until the transaction ends.</summary>
    public async Task CheckDays(LeaveRequest request, LeaveEntry? before, CancellationToken cancel)
    {
        // The month is asked for below under the lock of the house, which is always taken before that of a person.
        await db.LockCompany(cancel);
        await db.LockPerson(request.PersonId, cancel);
        var check = new Check();
        check.That(await db.Set<LeaveKind>().AnyAsync(kind => kind.Id == request.KindId && (!kind.IsClosed || (before != null && before.KindId == kind.Id)), cancel), "kindId", "record.not-found");
        var others = await db.Set<LeaveEntry>().AsNoTracking()
            .Where(entry => entry.PersonId == request.PersonId && entry.First <= request.Last && entry.Last >= request.First && (before == null || entry.Id != before.Id)).ToListAsync(cancel);
        check.That(!others.Exists(other => Meets(other, request)), "first", "organization.leave-overlap");
        check.ThrowIfAny();
        await MonthIsOpen.Require(db, new Period(request.First, request.Last), cancel);
        if (before is not null)
        {
            await MonthIsOpen.Require(db, new Period(before.First, before.Last), cancel);
        }
    }

    public async Task<LeaveEntry> Find(LeaveEntryId id, CancellationToken cancel) =>
        await db.Set<LeaveEntry>().VisibleTo(reach, OrganizationPermissions.EditAttendance).FirstOrDefaultAsync(entry => entry.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");

    public async Task MayFor(PersonId person, string field, CancellationToken cancel)
    {
        if (reach.Caller.Person == person)
        {
            throw Refusal.Conflict("organization.own-attendance");
        }

        if (!await db.Set<Person>().AnyAsync(one => one.Id == person, cancel) || !await reach.Covers(person, OrganizationPermissions.EditAttendance, cancel))
        {
            throw Refusal.Faulty([Fault.At(field, "record.out-of-reach")]);
        }
    }

    /// <summary>Two leaves may share a day when each has its half.</summary>
    public static bool Meets(LeaveEntry other, LeaveRequest request)
    {
        var mine = request.Entry();
        var (first, last) = (other.First > request.First ? other.First : request.First, other.Last < request.Last ? other.Last : request.Last);
        return new Period(first, last).EachDay().Any(day => (other.PartOf(day), mine.PartOf(day)) switch
        {
            (Rules.DayPart.None, _) or (_, Rules.DayPart.None) => false,
            (Rules.DayPart.Morning, Rules.DayPart.Afternoon) or (Rules.DayPart.Afternoon, Rules.DayPart.Morning) => false,
            _ => true,
        });
    }
}

/// <summary>POST /api/leave-entries</summary>
internal static class AddLeave
{
    public static async Task<Created<Saved<LeaveEntryId>>> Handle(LeaveRequest request, AppDb db, LeaveSaving saving, CancellationToken cancel)
    {
        await saving.Check(request, null, cancel);
        var entry = request.Entry();
        db.Add(entry);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/leave-entries/{entry.Id}", new Saved<LeaveEntryId>(entry.Id, entry.Version));
    }
}

/// <summary>PUT /api/leave-entries/{id}: whose it is stays.</summary>
internal static class EditLeave
{
    public static async Task<Saved<LeaveEntryId>> Handle(LeaveEntryId id, LeaveRequest request, IfMatch seen, AppDb db, LeaveSaving saving, LeaveDeputies deputies, CancellationToken cancel)
    {
        var entry = await saving.Find(id, cancel);
        db.Expect(entry, seen);
        await saving.Check(request with { PersonId = entry.PersonId }, entry, cancel);
        (entry.KindId, entry.First, entry.StartsAtNoon, entry.Last, entry.EndsAtNoon, entry.Note) =
            (request.KindId, request.First, request.StartsAtNoon, request.Last, request.EndsAtNoon, request.Note.CleanOrNull());
        await deputies.Follow(entry.Id, new Period(entry.First, entry.Last), cancel);
        await db.SaveChangesAsync(cancel);
        return new Saved<LeaveEntryId>(entry.Id, entry.Version);
    }
}

/// <summary>DELETE /api/leave-entries/{id}</summary>
internal static class RemoveLeave
{
    public static async Task<NoContent> Handle(LeaveEntryId id, AppDb db, LeaveSaving saving, LeaveDeputies deputies, CancellationToken cancel)
    {
        var entry = await saving.Find(id, cancel);
        await saving.MayFor(entry.PersonId, "", cancel);
        await MonthIsOpen.Require(db, new Period(entry.First, entry.Last), cancel);
        await deputies.Follow(id, null, cancel);
        db.Remove(entry);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
