using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Names;
using Yingpan.Customers.Norms.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Norms;

internal sealed record DayFigures
{
    public required DateOnly Day { get; init; }

    /// <summary>Prepared that day.</summary>
    public required int Names { get; init; }

    /// <summary>Of those, with nothing missing.</summary>
    public required int Whole { get; init; }

    /// <summary>That count towards the norm.</summary>
    public required int Counted { get; init; }

    public required int Records { get; init; }

    /// <summary>What the day asked for; null for nothing.</summary>
    public Norm? Norm { get; init; }

    public required NormState NamesState { get; init; }

    public required NormState RecordsState { get; init; }

    /// <summary>Customers he followed up that day: by a record, a care, or a deed about a warning; each once.</summary>
    public required int Follows { get; init; }

    public required NormState FollowsState { get; init; }
}

/// <summary>A week from Monday to Sunday; the whole of it, also where only a part was asked for.</summary>
internal sealed record WeekFigures
{
    public required DateOnly Monday { get; init; }

    /// <summary>That count towards the norm.</summary>
    public required int Names { get; init; }

    public required int Records { get; init; }

    public required int Follows { get; init; }

    /// <summary>What the week asked for; 0 for nothing, as with those below.</summary>
    public required int NamesFrom { get; init; }

    public required int RecordsFrom { get; init; }

    public required int FollowsFrom { get; init; }

    public required NormState NamesState { get; init; }

    public required NormState RecordsState { get; init; }

    public required NormState FollowsState { get; init; }
}

internal sealed record PersonDays
{
    public required PersonId PersonId { get; init; }

    public required string Name { get; init; }

    /// <summary>Where he is on the last day.</summary>
    public string? UnitName { get; init; }

    public required IReadOnlyList<DayFigures> Days { get; init; }

    public required IReadOnlyList<WeekFigures> Weeks { get; init; }

    /// <summary>Days that are over and asked for names, and on how many of them it was enough; as with records.</summary>
    public required int NamesDue { get; init; }

    public required int NamesMet { get; init; }

    public required int RecordsDue { get; init; }

    public required int RecordsMet { get; init; }

    public required int FollowsDue { get; init; }

    public required int FollowsMet { get; init; }
}

/// <summary>Names and customer records by person and day, beside what the day asked for: a handful of queries, whatever the number of people.</summary>
internal sealed class CountDays(AppDb db, WorkCalendars calendars, CompanyClock clock)
{
    /// <param name="ids">Those who are neither asked for anything nor did anything are left out, unless <paramref name="everybody"/>.</param>
    public async Task<IReadOnlyList<PersonDays>> Of(IReadOnlyList<PersonId> ids, Period told, bool everybody, CancellationToken cancel)
    {
        // Whole weeks, since a week is judged as one.
        var period = new Period(NormWeeks.MondayOf(told.First), NormWeeks.MondayOf(told.Last).AddDays(6));
        var (first, last) = (period.First, period.Last);
        var people = await db.PersonCards.Where(person => ids.Contains(person.Id)).ToListAsync(cancel);
        var places = await db.PlacementsOf(ids, cancel);
        var leaves = (await db.LeaveCards.Where(leave => ids.Contains(leave.PersonId) && leave.First <= last && leave.Last >= first).ToListAsync(cancel)).ToLookup(leave => leave.PersonId);
        var names = (await db.Set<ListedName>().Where(name => ids.Contains(name.PreparedById) && name.Day >= first && name.Day <= last)
            .GroupBy(name => new { name.PreparedById, name.Day, IsWhole = name.Missing == "" }).Select(group => new { group.Key.PreparedById, group.Key.Day, group.Key.IsWhole, Count = group.Count() })
            .ToListAsync(cancel)).ToLookup(one => (one.PreparedById, one.Day));
        var records = await db.Set<CustomerRecord>().Where(record => ids.Contains(record.AuthorId) && record.Day >= first && record.Day <= last)
            .GroupBy(record => new { record.AuthorId, record.Day }).Select(group => new { group.Key.AuthorId, group.Key.Day, Count = group.Count() })
            .ToDictionaryAsync(one => (one.AuthorId, one.Day), one => one.Count, cancel);
        var follows = await Follows(ids, period, cancel);
        var asked = await Asked(people, places, period, cancel);
        var units = await db.UnitCards.ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
        var answer = people.OrderBy(person => person.Number, StringComparer.Ordinal).Select(person =>
        {
            List<DayFigures> whole = [.. period.EachDay().Select(day =>
            {
                var (norm, isWorking) = asked(person, day);
                var of = names[(person.Id, day)].ToList();
                var (count, filled, written) = (of.Sum(one => one.Count), of.Where(one => one.IsWhole).Sum(one => one.Count), records.GetValueOrDefault((person.Id, day)));
                var followed = follows.GetValueOrDefault((person.Id, day));
                var judged = NormDays.Judge(norm, isWorking, leaves[person.Id].Sum(leave => leave.HalvesOn(day)), day < clock.Today, count, filled, written, followed);
                return new DayFigures
                {
                    Day = day, Names = count, Whole = filled, Counted = judged.Counted, Records = written, Follows = followed, Norm = judged.Norm,
                    NamesState = judged.Names, RecordsState = judged.Records, FollowsState = judged.Follows,
                };
            })];
            var days = whole.FindAll(day => day.Day >= told.First && day.Day <= told.Last);
            return new PersonDays
            {
                PersonId = person.Id,
                Name = person.Name,
                UnitName = places.UnitOn(person.Id, told.Last) is { } unit ? units.GetValueOrDefault(unit) : null,
                Days = days,
                Weeks = [.. whole.Chunk(7).Select(week => Week(week, day => asked(person, day), day => leaves[person.Id].Sum(leave => leave.HalvesOn(day))))],
                NamesDue = days.Count(day => IsDue(day.NamesState)),
                NamesMet = days.Count(day => IsMet(day.NamesState)),
                RecordsDue = days.Count(day => IsDue(day.RecordsState)),
                RecordsMet = days.Count(day => IsMet(day.RecordsState)),
                FollowsDue = days.Count(day => IsDue(day.FollowsState)),
                FollowsMet = days.Count(day => IsMet(day.FollowsState)),
            };
        });
        return [.. answer.OrderBy(person => person.UnitName, StringComparer.Ordinal).Where(person => everybody || person.Days.Any(day => day.NamesState != NormState.None || day.RecordsState != NormState.None || day.Names + day.Records + day.Follows > 0))];
    }

    private WeekFigures Week(IReadOnlyList<DayFigures> week, Func<DateOnly, (Norm? Norm, bool IsWorking)> asked, Func<DateOnly, int> leaveHalves)
    {
        var days = week.Select(day => (day.Day, Asked: asked(day.Day))).ToList();
        var present = days.Where(day => day.Asked is { IsWorking: true, Norm: not null }).Sum(day => 2 - Math.Min(2, leaveHalves(day.Day)));
        var figures = (Names: week.Sum(day => day.Counted), Records: week.Sum(day => day.Records), Follows: week.Sum(day => day.Follows));
        var judged = NormWeeks.Judge(
            days.Select(day => day.Asked.Norm).LastOrDefault(norm => norm is not null), 2 * days.Count(day => day.Asked.IsWorking), present, week[^1].Day < clock.Today, figures.Names, figures.Records, figures.Follows);
        return new WeekFigures
        {
            Monday = week[0].Day, Names = figures.Names, Records = figures.Records, Follows = figures.Follows,
            NamesFrom = judged.NamesFrom, RecordsFrom = judged.RecordsFrom, FollowsFrom = judged.FollowsFrom,
            NamesState = judged.Names, RecordsState = judged.Records, FollowsState = judged.Follows,
        };
    }

    /// <summary>Of how many customers each saw to something on each day.</summary>
    private async Task<Dictionary<(PersonId, DateOnly), int>> Follows(IReadOnlyList<PersonId> ids, Period period, CancellationToken cancel)
    {
        var (first, last) = (period.First, period.Last);
        var done = new HashSet<(PersonId Person, DateOnly Day, CustomerId Customer)>();
        done.UnionWith((await db.Set<CustomerRecord>().Where(record => ids.Contains(record.AuthorId) && record.Day >= first && record.Day <= last)
            .Select(record => new { record.AuthorId, record.Day, record.CustomerId }).Distinct().ToListAsync(cancel)).Select(one => (one.AuthorId, one.Day, one.CustomerId)));
        done.UnionWith((await db.Set<CareItem>().Where(item => item.State == CareState.Done && item.ClosedById != null && ids.Contains(item.ClosedById.Value) && item.ClosedOn >= first && item.ClosedOn <= last)
            .Select(item => new { By = item.ClosedById!.Value, On = item.ClosedOn!.Value, item.CustomerId }).Distinct().ToListAsync(cancel)).Select(one => (one.By, one.On, one.CustomerId)));
        done.UnionWith((await db.Set<WarningLine>().Where(line => (line.Kind == WarningLineKind.Followed || line.Kind == WarningLineKind.Measure) && line.ById != null && ids.Contains(line.ById.Value) && line.On >= first && line.On <= last)
            .Join(db.Set<CustomerWarning>(), line => line.WarningId, warning => warning.Id, (line, warning) => new { By = line.ById!.Value, line.On, warning.CustomerId }).Distinct().ToListAsync(cancel))
            .Select(one => (one.By, one.On, one.CustomerId)));
        return done.CountBy(one => (one.Person, one.Day)).ToDictionary(one => one.Key, one => one.Value);
    }

    private static bool IsMet(NormState state) => state is NormState.Met or NormState.Above;

    private static bool IsDue(NormState state) => IsMet(state) || state == NormState.Below;

    /// <summary>Which norm holds for somebody on a day and whether he works on it: where he was on that day decides.</summary>
    private async Task<Func<PersonCard, DateOnly, (Norm? Norm, bool IsWorking)>> Asked(IReadOnlyList<PersonCard> people, ILookup<PersonId, Placement> places, Period period, CancellationToken cancel)
    {
        var (first, last) = (period.First, period.Last);
        var book = new NormBook((await db.Set<NameNorm>().AsNoTracking().Where(norm => norm.First <= last).ToListAsync(cancel)).Select(norm => norm.From));
        var paths = await db.UnitPaths(cancel);
        var campaigns = await db.Set<Campaign>().AsNoTracking().Include(campaign => campaign.Parts)
            .Where(campaign => campaign.State != CampaignState.Planned && campaign.First <= last && (campaign.Last == null || campaign.Last >= first) && campaign.Parts.Count > 0).ToListAsync(cancel);
        var working = new Dictionary<UnitId, WorkCalendar>();
        foreach (var unit in people.SelectMany(person => places[person.Id]).Where(place => place.First <= last && (place.Last is null || place.Last >= first)).Select(place => place.UnitId).Distinct())
        {
            working[unit] = await calendars.Of(unit, period, cancel);
        }

        return (person, day) =>
        {
            var place = places[person.Id].FirstOrDefault(place => place.First <= day && (place.Last is null || place.Last >= day));
            if (place is null || person.HiredOn > day || person.LeftOn < day)
            {
                // His unit works while he is not here: what the week asks for is less by that day.
                var unit = place?.UnitId ?? places[person.Id].Where(place => working.ContainsKey(place.UnitId)).Select(place => (UnitId?)place.UnitId).FirstOrDefault();
                return (null, unit is { } of && working.TryGetValue(of, out var calendar) && calendar.IsWorkingDay(day));
            }

            var path = paths.Of(place.UnitId);
            var takesPart = campaigns.Exists(campaign => campaign.First <= day && (campaign.Last is null || campaign.Last >= day)
                && campaign.Parts.Exists(part => part.PersonId == person.Id || (part.UnitId is { } unit && path.Contains(unit))));
            return (book.Of(path, place.PositionId, day, takesPart), working[place.UnitId].IsWorkingDay(day));
        };
    }
}
