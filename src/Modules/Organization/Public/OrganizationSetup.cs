using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.People.Rules;
using Yingpan.Organization.WorkDays;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Public;

/// <summary>The first minute of a new house: its name and the root of its tree. Called by the Host and the demo, once.</summary>
public sealed class OrganizationSetup(AppDb db, CompanyClock clock)
{
    /// <summary>Loads what every module must know of the house; false when there is no house yet.</summary>
    public async Task<bool> Load(CancellationToken cancel)
    {
        var company = await db.Set<Company>().AsNoTracking().SingleOrDefaultAsync(cancel);
        if (company is not null)
        {
            clock.Set(company.Facts());
        }

        return company is not null;
    }

    /// <summary>Adds those of the units that are not yet right under the root.</summary>
    public async Task EnsureUnits(IReadOnlyList<string> names, CancellationToken cancel)
    {
        var units = await db.UnitCards.Where(unit => !unit.IsClosed).ToListAsync(cancel);
        var root = units.Single(unit => unit.ParentId is null).Id;
        var known = units.Where(unit => unit.ParentId == root).Select(unit => unit.Name).ToList();
        db.AddRange(names.Except(known).Select((name, i) => Always(root, name, UnitKind.Department, known.Count + i)));
        await db.SaveChangesAsync(cancel);
    }

    public async Task EnsurePositions(IReadOnlyList<string> names, CancellationToken cancel)
    {
        var known = await db.Set<Position>().Select(position => position.Name).ToListAsync(cancel);
        db.AddRange(names.Except(known).Select(name => new Position { Id = Id.New<PositionId>(), Name = name }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>One that there has been as long as the house remembers.</summary>
    private static Unit Always(UnitId? parent, string name, UnitKind kind, int order) => UnitTerms.Found(
        new UnitTerm { Id = Id.New<UnitTermId>(), UnitId = Id.New<UnitId>(), ParentId = parent, Name = name, Kind = kind, Order = order, First = UnitTerm.Beginning });

    public async Task Keep(HouseCalendar calendar, CancellationToken cancel)
    {
        (await db.Set<Company>().SingleAsync(cancel)).Calendar = calendar;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What a new house starts with, and edits.</summary>
    internal static IEnumerable<Grade> Grades(Func<GradeId> id) =>
    [
        new() { Id = id(), Name = "初级", NameEn = "Junior", Order = 1 },
        new() { Id = id(), Name = "资深", NameEn = "Senior", Order = 2 },
    ];

    internal static StageRule Stages(StageRuleId id) => new()
    {
        Id = id,
        First = new DateOnly(1900, 1, 1),
        SurvivalMonths = StageBounds.Usual.SurvivalMonths,
        GrowthMonths = StageBounds.Usual.GrowthMonths,
    };

    internal static WorkHours Hours(WorkHoursId id) => new()
    {
        Id = id,
        First = new DateOnly(1900, 1, 1),
        Start = Attendance.Rules.Hours.Usual.Start,
        NoonFrom = Attendance.Rules.Hours.Usual.NoonFrom,
        NoonTo = Attendance.Rules.Hours.Usual.NoonTo,
        End = Attendance.Rules.Hours.Usual.End,
        GraceMinutes = Attendance.Rules.Hours.Usual.GraceMinutes,
        OvertimeAfter = Attendance.Rules.Hours.Usual.OvertimeAfter,
    };

    /// <summary>What a new house starts with, and edits.</summary>
    internal static IEnumerable<LeaveKind> LeaveKinds(Func<LeaveKindId> id) => new (string Name, string English, bool IsPaid)[]
    {
        ("年假", "Annual leave", true), ("事假", "Personal leave", false), ("病假", "Sick leave", true), ("调休", "Time off in lieu", true), ("婚假", "Marriage leave", true),
        ("产假", "Maternity leave", true), ("陪产假", "Paternity leave", true), ("丧假", "Bereavement leave", true), ("出差", "Business trip", true),
    }.Select((kind, order) => new LeaveKind { Id = id(), Name = kind.Name, NameEn = kind.English, IsPaid = kind.IsPaid, Order = order + 1 });

    public async Task<UnitId> Create(CompanyFacts facts, CancellationToken cancel)
    {
        db.Add(new Company
        {
            Name = facts.Name,
            NameEn = facts.NameEn,
            TimeZone = facts.TimeZone,
            Currency = facts.Currency,
            FiscalYearStart = facts.FiscalYearStart,
            IsDemo = facts.IsDemo,
        });
        var root = Always(null, facts.Name, UnitKind.Company, 0);
        db.Add(root);
        db.AddRange(Grades(Id.New<GradeId>));
        db.Add(Stages(Id.New<StageRuleId>()));
        db.Add(Hours(Id.New<WorkHoursId>()));
        db.AddRange(LeaveKinds(Id.New<LeaveKindId>));
        db.AddRange(ShippedHolidays.All.Select(holiday => holiday.Entry(Id.New<CalendarEntryId>())));
        await db.SaveChangesAsync(cancel);
        clock.Set(facts);
        return root.Id;
    }
}
