using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Imports;

namespace Yingpan.Organization.WorkDays;

/// <summary>A year's holidays as the State Council announces them in autumn: one line for each span of days off, one for each day made up.</summary>
internal sealed class ImportCalendarEntries : IImporter
{
    private readonly ImportLookup<UnitId> units = new((db, words, cancel) => db.UnitCards
        .Where(unit => !unit.IsClosed && words.Contains(unit.Name)).Select(unit => new ImportName<UnitId>(unit.Id, unit.Name, unit.Name)).ToListAsync(cancel));

    private List<CalendarEntry>? known;

    public string Kind => "calendar-entries";

    public Permission Permission => OrganizationPermissions.EditCalendar;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("name", true, "名称", "节日", "节日名称", "holiday"),
        new("kind", true, "类型", "类别", "type"),
        new("first", true, "开始日期", "日期", "开始", "first day", "date", "start date"),
        new("last", false, "结束日期", "结束", "last day", "end date"),
        new("nameEn", false, "英文名称", "english name"),
        new("unitName", false, "部门", "unit", "department"),
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        known ??= await run.Db.Set<CalendarEntry>().AsNoTracking().ToListAsync(cancel);
        await units.Load(run, rows, "unitName", cancel);
        foreach (var row in rows)
        {
            var first = row.Required("first", row.Day("first"));
            var entry = new CalendarEntry
            {
                Id = Id.New<CalendarEntryId>(),
                Kind = row.Required("kind", KindOf(row)),
                First = first,
                Last = row.Day("last") ?? first,
                Name = row.RequiredText("name", 60),
                NameEn = row.Text("nameEn", 60),
                UnitId = units.Find(row, "unitName", run),
                ImportId = run.ImportId,
            };
            if (!row.HasFaults)
            {
                Check(entry, row, run);
            }

            if (!row.HasFaults)
            {
                known.Add(entry);
                run.Create(row, entry, entry.Id);
            }
        }
    }

    private void Check(CalendarEntry entry, ImportRow row, ImportRun run)
    {
        if (entry.Last < entry.First)
        {
            run.Fault(row, "last", "field.period-backwards");
        }
        else if (entry.Last.Year != entry.First.Year)
        {
            run.Fault(row, "last", "organization.calendar-one-year");
        }
        else if (entry is { IsPublic: true, UnitId: not null })
        {
            run.Fault(row, "unitName", "organization.calendar-public-unit");
        }
        else if (known!.Find(other => other.IsPublic == entry.IsPublic && other.UnitId == entry.UnitId && other.First <= entry.Last && other.Last >= entry.First) is { } other)
        {
            run.Fault(row, "first", "organization.calendar-overlap", ("name", other.Name), ("first", other.First), ("last", other.Last));
        }
    }

    private static CalendarEntryKind? KindOf(ImportRow row) => row.OneOf("kind",
        ("放假", CalendarEntryKind.PublicHoliday), ("休", CalendarEntryKind.PublicHoliday), ("法定节假日", CalendarEntryKind.PublicHoliday),
        ("public holiday", CalendarEntryKind.PublicHoliday), ("PublicHoliday", CalendarEntryKind.PublicHoliday),
        ("调休上班", CalendarEntryKind.MakeUpDay), ("补班", CalendarEntryKind.MakeUpDay), ("班", CalendarEntryKind.MakeUpDay),
        ("make-up day", CalendarEntryKind.MakeUpDay), ("MakeUpDay", CalendarEntryKind.MakeUpDay),
        ("公司休息日", CalendarEntryKind.OwnDayOff), ("day off of the house", CalendarEntryKind.OwnDayOff), ("OwnDayOff", CalendarEntryKind.OwnDayOff),
        ("公司工作日", CalendarEntryKind.OwnWorkingDay), ("working day of the house", CalendarEntryKind.OwnWorkingDay), ("OwnWorkingDay", CalendarEntryKind.OwnWorkingDay));
}
