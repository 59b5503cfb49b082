using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Organization.Attendance;

internal sealed record CorrectionRow
{
    public required AttendanceCorrectionId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string PersonName { get; init; }

    public required DateOnly Day { get; init; }

    public TimeOnly? CameAt { get; init; }

    public TimeOnly? WentAt { get; init; }

    public required string Reason { get; init; }

    public required CorrectionState State { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public string? DecidedByName { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? Comment { get; init; }

    public required int Version { get; init; }

    /// <summary>"decide", "withdraw".</summary>
    public IReadOnlyList<string> Can { get; init; } = [];
}

internal enum CorrectionBox
{
    /// <summary>One's own.</summary>
    Mine,

    /// <summary>Those that wait for the caller.</summary>
    ToDecide,

    /// <summary>Of everybody whose attendance he may read.</summary>
    All,
}

/// <summary>
/// Who decides on a correction: the superior of today or his deputy, and whoever may enter attendance for that person. Never himself.
/// </summary>
internal sealed class CorrectionDeciders(AppDb db, Reach reach, CompanyClock clock)
{
    private ReachedPeople? reached;
    private HashSet<PersonId>? principals;

    public async Task<bool> May(PersonId of, CancellationToken cancel)
    {
        if (reach.Caller.Person == of)
        {
            return false;
        }

        var chart = await db.LoadChart(clock.Today, cancel);
        if (reach.Caller.Person is { } me && chart.SuperiorOf(of) is { } superior && (superior == me || (await Principals(me, cancel)).Contains(superior)))
        {
            return true;
        }

        reached ??= reach.Caller.May(OrganizationPermissions.EditAttendance) ? await reach.Among(OrganizationPermissions.EditAttendance, cancel) : new ReachedPeople([], []);
        return reached.Contains(of);
    }

    /// <summary>For whom he stands in today, where the delegation is for everything or for this.</summary>
    private async Task<IReadOnlyCollection<PersonId>> Principals(PersonId me, CancellationToken cancel) =>
        principals ??= await Standing(clock.Today).Where(deputy => deputy.DeputyId == me).Select(deputy => deputy.PersonId).ToHashSetAsync(cancel);

    /// <summary>Who is told that he asks: his superior and whoever stands in for him.</summary>
    public async Task<IReadOnlyList<PersonId>> Asked(PersonId person, CancellationToken cancel)
    {
        var chart = await db.LoadChart(clock.Today, cancel);
        return chart.SuperiorOf(person) is { } superior
            ? [superior, .. await Standing(clock.Today).Where(deputy => deputy.PersonId == superior && deputy.DeputyId != person).Select(deputy => deputy.DeputyId).ToListAsync(cancel)]
            : [];
    }

    private IQueryable<Deputy> Standing(DateOnly today) => db.Deputies.Where(deputy => deputy.First <= today && deputy.Last >= today
        && (deputy.Kinds == "" || deputy.Kinds.Contains("," + CorrectionWork.Kind + ",")));
}

/// <summary>Deciding on corrections can be handed over while one is away.</summary>
internal sealed class CorrectionWork : IDelegatedWork
{
    public const string Kind = "attendance.corrections";

    public IReadOnlyList<string> Kinds => [Kind];
}

/// <summary>GET /api/attendance-corrections?box=Mine</summary>
internal static class ListCorrections
{
    public sealed class Filter : IChecked
    {
        /// <summary>One's own unless told.</summary>
        public CorrectionBox? Box { get; init; }

        public CorrectionState? State { get; init; }
    }

    public static async Task<ListPage<CorrectionRow>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CorrectionDeciders deciders, CancellationToken cancel)
    {
        var me = reach.Caller.Person;
        var rows = db.Set<AttendanceCorrection>().AsNoTracking();
        switch (filter.Box ?? CorrectionBox.Mine)
        {
            case CorrectionBox.Mine:
                rows = rows.Where(row => row.PersonId == me);
                break;
            case CorrectionBox.All:
                rows = rows.VisibleTo(reach, OrganizationPermissions.ReadAttendance);
                break;
            default:
                // Few are open at any time; who decides is worked out from the chart.
                var open = await rows.Where(row => row.State == CorrectionState.Open && row.PersonId != me).Select(row => row.PersonId).Distinct().ToListAsync(cancel);
                var mine = new List<PersonId>();
                foreach (var person in open)
                {
                    if (await deciders.May(person, cancel))
                    {
                        mine.Add(person);
                    }
                }

                rows = rows.Where(row => row.State == CorrectionState.Open && mine.Contains(row.PersonId));
                break;
        }

        rows = filter.State is { } state ? rows.Where(row => row.State == state) : rows;
        var page = await query.Cut(rows.OrderByDescending(row => row.AskedAt).ThenBy(row => row.Id)).ToListAsync(cancel);
        var ids = page.SelectMany(row => new[] { row.PersonId, row.DecidedById ?? row.PersonId }).Distinct().ToList();
        var names = await db.PersonCards.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var items = new List<CorrectionRow>();
        foreach (var row in page)
        {
            items.Add(new CorrectionRow
            {
                Id = row.Id,
                PersonId = row.PersonId,
                PersonName = names[row.PersonId],
                Day = row.Day,
                CameAt = row.CameAt,
                WentAt = row.WentAt,
                Reason = row.Reason,
                State = row.State,
                AskedAt = row.AskedAt,
                DecidedByName = row.DecidedById is { } by ? names[by] : null,
                DecidedAt = row.DecidedAt,
                Comment = row.Comment,
                Version = row.Version,
                Can = row.State != CorrectionState.Open ? [] : row.PersonId == me ? ["withdraw"] : await deciders.May(row.PersonId, cancel) ? ["decide"] : [],
            });
        }

        return await query.PageOf(items, () => rows.CountAsync(cancel));
    }
}

/// <summary>POST /api/attendance-corrections: for oneself, of a day that has come.</summary>
internal static class AskCorrection
{
    public sealed record Request : IChecked
    {
        public required DateOnly Day { get; init; }

        public TimeOnly? CameAt { get; init; }

        public TimeOnly? WentAt { get; init; }

        public required string Reason { get; init; }

        public void Check(Check check)
        {
            check.Day("day", Day);
            check.That(CameAt is not null || WentAt is not null, "cameAt", "organization.some-time");
            check.That(CameAt is null || WentAt is null || WentAt > CameAt, "wentAt", "organization.went-before-came");
            check.Text("reason", Reason, 200, lines: true);
        }
    }

    public static async Task<Created<Saved<AttendanceCorrectionId>>> Handle(
        Request request, AppDb db, Caller caller, CompanyClock clock, CorrectionDeciders deciders, Notifier notifier, CancellationToken cancel)
    {
        if (caller.Person is not { } me)
        {
            throw Refusal.Conflict("organization.no-attendance");
        }

        await db.LockCompany(cancel);
        await db.LockPerson(me, cancel);
        var person = await db.Set<Person>().AsNoTracking().FirstAsync(person => person.Id == me, cancel);
        var (check, day) = (new Check(), request.Day);
        var (today, now) = (clock.Today, clock.TimeOf(clock.Now));
        check.That(day <= today && day >= person.HiredOn, "day", "organization.attendance-day");
        check.That(day < today || request.CameAt is null || request.CameAt <= now, "cameAt", "organization.attendance-ahead");
        check.That(day < today || request.WentAt is null || request.WentAt <= now, "wentAt", "organization.attendance-ahead");
        check.ThrowIfAny();
        await MonthIsOpen.Require(db, day, cancel);
        if (await db.Set<AttendanceCorrection>().AnyAsync(one => one.PersonId == me && one.Day == day && one.State == CorrectionState.Open, cancel))
        {
            throw Refusal.Conflict("organization.correction-open");
        }

        var correction = new AttendanceCorrection
        {
            Id = Id.New<AttendanceCorrectionId>(),
            PersonId = me,
            Day = day,
            CameAt = request.CameAt,
            WentAt = request.WentAt,
            Reason = request.Reason.Clean(),
            State = CorrectionState.Open,
            AskedAt = clock.Now,
        };
        db.Add(correction);
        await db.SaveChangesAsync(cancel);
        await notifier.Tell(
            await deciders.Asked(me, cancel), "organization.correction-asked", new Dictionary<string, object?> { ["name"] = person.Name, ["day"] = day }, "/attendance?view=corrections", cancel);

        return TypedResults.Created($"/api/attendance-corrections/{correction.Id}", new Saved<AttendanceCorrectionId>(correction.Id, correction.Version));
    }
}

/// <summary>POST /api/attendance-corrections/{id}/decide: it counts, or it does not; the second needs a word.</summary>
internal static class DecideCorrection
{
    public sealed record Request : IChecked
    {
        public required bool Grant { get; init; }

        public string? Comment { get; init; }

        public void Check(Check check)
        {
            check.OptionalText("comment", Comment, 200, lines: true);
            check.That(Grant || !string.IsNullOrWhiteSpace(Comment), "comment", "field.required");
        }
    }

    public static async Task<Saved<AttendanceCorrectionId>> Handle(
        AttendanceCorrectionId id, Request request, AppDb db, Reach reach, CompanyClock clock, CorrectionDeciders deciders, Notifier notifier, CancellationToken cancel)
    {
        var correction = await Open(id, db, cancel);
        if (reach.Caller.Person == correction.PersonId)
        {
            throw Refusal.Conflict("organization.own-attendance");
        }

        if (!await deciders.May(correction.PersonId, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        await MustBeOpen(correction, db, cancel);
        (correction.State, correction.DecidedById, correction.DecidedAt, correction.Comment) =
            (request.Grant ? CorrectionState.Granted : CorrectionState.Refused, reach.Caller.Person, clock.Now, request.Comment.CleanOrNull());
        await db.SaveChangesAsync(cancel);
        await notifier.Tell(correction.PersonId, request.Grant ? "organization.correction-granted" : "organization.correction-refused",
            new Dictionary<string, object?> { ["day"] = correction.Day }, $"/my-attendance?month={Month.Of(correction.Day)}", cancel);
        return new Saved<AttendanceCorrectionId>(correction.Id, correction.Version);
    }

    public static async Task<AttendanceCorrection> Open(AttendanceCorrectionId id, AppDb db, CancellationToken cancel)
    {
        // Two who decide at once wait for each other; the second finds it decided.
        var owner = await db.Set<AttendanceCorrection>().Where(one => one.Id == id).Select(one => (PersonId?)one.PersonId).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        await db.LockCompany(cancel);
        await db.LockPerson(owner, cancel);
        return await db.Set<AttendanceCorrection>().FirstAsync(one => one.Id == id, cancel);
    }

    public static async Task MustBeOpen(AttendanceCorrection correction, AppDb db, CancellationToken cancel)
    {
        if (correction.State != CorrectionState.Open)
        {
            throw Refusal.Conflict("organization.correction-decided");
        }

        await MonthIsOpen.Require(db, correction.Day, cancel);
    }
}

/// <summary>POST /api/attendance-corrections/{id}/withdraw: by who asked, while it is open.</summary>
internal static class WithdrawCorrection
{
    public static async Task<Saved<AttendanceCorrectionId>> Handle(AttendanceCorrectionId id, AppDb db, Caller caller, CancellationToken cancel)
    {
        var correction = await DecideCorrection.Open(id, db, cancel);
        if (correction.PersonId != caller.Person)
        {
            throw Refusal.NotFound("record.not-found");
        }

        await DecideCorrection.MustBeOpen(correction, db, cancel);
        correction.State = CorrectionState.Withdrawn;
        await db.SaveChangesAsync(cancel);
        return new Saved<AttendanceCorrectionId>(correction.Id, correction.Version);
    }
}
