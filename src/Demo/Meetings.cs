using Yingpan.Collaboration.Audiences.Rules;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Rhythms;
using Yingpan.Collaboration.Rhythms.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public.Rules;
using Presence = Yingpan.Collaboration.Data.Attendance;

namespace Yingpan.Demo;

/// <summary>Regular meetings of the last months with who came, who was late and what was decided, and those of the next two weeks.</summary>
internal sealed record Meetings(IReadOnlyList<MeetingSeries> Series, IReadOnlyList<Meeting> All)
{
    private const int Ahead = 14;

    private static readonly (string Title, string Unit, bool Below, string Chair, int From, int To, string Place, RhythmKind Kind, DayOfWeek[] Days, int DayOfMonth, OffDay Off, bool Minutes, string Standing)[] Regular =
    [
        ("电话销售例会", "phone1", false, "phone1-lead", 1020, 1080, "一组会议角", RhythmKind.Daily, [], 1, OffDay.Skip, true, "录音讲评\n客户分类:新拜访、回访、意向A/B、重要\n问题与求助"),
        ("电话销售中心周会", "phone", true, "phone-head", 570, 630, "大会议室", RhythmKind.Weekly, [DayOfWeek.Monday], 1, OffDay.After, true, "上周达成\n本周重点\n需要支援的事"),
        ("销售中心月度总结会", "sales", true, "director", 840, 960, "大会议室", RhythmKind.Monthly, [], 2, OffDay.After, true, "上月总结\n成功经验与失败教训\n本月要点"),
        ("华东区周会", "east", true, "east-head", 600, 660, "https://meeting.example.com/east", RhythmKind.Weekly, [DayOfWeek.Tuesday], 1, OffDay.Skip, false, "市场动态\n门店问题"),
    ];

    private static readonly string[] Notes =
    [
        "听录音两段,开场白有进步,异议处理还要练。新拜访 12 家,回访 9 家,意向 A 级 2 家。",
        "各组通报进度;老客户回访完成过半。下周起每天抽查五段录音。",
        "对手促销影响华东两家客户,先用安装服务应对,不跟价。",
        "新人本周成单两笔,经验已分享:先问用途,再报方案。",
    ];

    private static readonly string[] Resolutions = ["周五前把意向 A 级客户全部约到面谈", "整理五条常见异议的应答", "核对重复名单", "给新人安排一次陪同拜访", "补齐客户负责人手机"];

    /// <param name="tasks">Those there are; what was decided is added to them.</param>
    public static Meetings Of(ulong seed, Days days, People people, WorkCalendar calendar, List<WorkTask> tasks)
    {
        var dice = new Dice(seed, "meetings");
        var chart = Notices.ChartOf(people, days);
        var (series, meetings) = (new List<MeetingSeries>(), new List<Meeting>());
        foreach (var one in Regular)
        {
            var first = days.MonthsAgo(one.Kind == RhythmKind.Daily ? 1 : 3);
            var unit = people.Unit(one.Unit);
            var row = new MeetingSeries
            {
                Id = dice.Id<MeetingSeriesId>(days.At(first, 540)),
                Title = one.Title,
                ChairId = people[one.Chair].Id,
                CreatorId = people[one.Chair].Id,
                UnitId = unit,
                From = one.From,
                To = one.To,
                Place = one.Place,
                Standing = one.Standing,
                NeedsMinutes = one.Minutes,
                RhythmKind = one.Kind,
                Every = 1,
                Weekdays = one.Days.Aggregate(0, (bits, day) => bits | (1 << (int)day)),
                DayOfMonth = one.DayOfMonth,
                OffDay = one.Off,
                First = first,
                MadeUpTo = days.Today.AddDays(Ahead),
            };
            row.Parts.Add(new MeetingSeriesPart { SeriesId = row.Id, Place = 0, UnitId = unit, WithSubunits = one.Below });
            series.Add(row);
            var invited = Audience.Of(chart, [new AudiencePart(unit, one.Below, null, null)], null, null).People.Select(person => person.Id).Prepend(row.ChairId).Distinct().ToList();
            foreach (var day in row.Rhythm().Between(new Period(first, days.Today.AddDays(Ahead)), calendar))
            {
                Hold(row, day, invited);
            }
        }

        return new Meetings(series, meetings);

        void Hold(MeetingSeries row, DateOnly day, List<PersonId> invited)
        {
            var isPast = day < days.Today;
            var made = days.At(Days.Earlier(day.AddDays(-Ahead), days.Today), 5);
            var meeting = new Meeting
            {
                Id = dice.Id<MeetingId>(made),
                Number = $"M-{meetings.Count + 1:000000}",
                SeriesId = row.Id,
                RhythmDay = day,
                Title = row.Title,
                ChairId = row.ChairId,
                CreatorId = row.CreatorId,
                Day = day,
                From = row.From,
                To = row.To,
                Place = row.Place,
                NeedsMinutes = row.NeedsMinutes,
                State = isPast ? MeetingState.Closed : MeetingState.Planned,
            };
            meetings.Add(meeting);
            foreach (var (i, item) in row.Standing!.Split('\n').Index())
            {
                meeting.Agenda.Add(new AgendaItem { MeetingId = meeting.Id, Line = i + 1, Order = i + 1, Title = item });
            }

            foreach (var person in invited)
            {
                var attendance = !isPast ? Presence.Unknown : person == row.ChairId ? Presence.Present
                    : dice.Weighted((Presence.Present, 88), (Presence.Late, 6), (Presence.Excused, 4), (Presence.Absent, 2));
                meeting.Invitees.Add(new Invitee
                {
                    MeetingId = meeting.Id,
                    PersonId = person,
                    Attendance = attendance,
                    LateMinutes = attendance == Presence.Late ? dice.Between(1, 18) : 0,
                    Excuse = attendance == Presence.Excused ? dice.Of(["外出拜访客户", "请假", "与客户开会"]) : null,
                });
            }

            if (!isPast)
            {
                return;
            }

            var closed = days.At(day, row.To);
            (meeting.PreparedAt, meeting.ClosedAt, meeting.Minutes) = (days.At(day, 5), closed, dice.Of(Notes));
            for (var line = 1; line <= dice.Below(3); line++)
            {
                var (text, owner, due) = (dice.Of(Resolutions), dice.Of(invited), calendar.Add(day, dice.Between(2, 5)));
                var task = owner == row.ChairId ? null : new WorkTask
                {
                    Id = dice.Id<WorkTaskId>(closed),
                    Number = $"W-{tasks.Count + 1:000000}",
                    Title = text,
                    OwnerId = owner,
                    GiverId = row.ChairId,
                    Priority = TaskPriority.Normal,
                    DueOn = due,
                    CreatedAt = closed,
                    State = due < days.Today ? WorkTaskState.Done : WorkTaskState.Open,
                    FinishedAt = due < days.Today ? days.At(due, 990) : null,
                    Result = due < days.Today ? "已完成。" : null,
                    Link = $"/meetings?open={meeting.Id}",
                    LinkText = row.Title,
                    Source = "collaboration.meeting",
                    Subject = meeting.Id.ToString(),
                };
                if (task is not null)
                {
                    tasks.Add(task);
                }

                meeting.Decisions.Add(new Decision { MeetingId = meeting.Id, Line = line, Text = text, TaskId = task?.Id, PersonId = row.ChairId, At = closed });
            }
        }
    }
}
