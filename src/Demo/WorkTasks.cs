using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Rhythms;
using Yingpan.Collaboration.Rhythms.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Demo;

/// <summary>What people had to do in the last half year and have to do now, and what comes round each week and month.</summary>
internal sealed record WorkTasks(IReadOnlyList<TaskSeries> Series, List<WorkTask> All, IReadOnlyList<TaskLine> Lines)
{
    private static readonly (string Title, string Text, string Result)[] Wishes =
    [
        ("回访三个月未下单的老客户", "名单见客户列表,回访结果记入客户记录。", "全部回访,两家有新需求。"),
        ("整理竞品报价", "只要华东三家,含安装费。", "已整理,放在共享目录。"),
        ("催收到期货款", "上周到期的三笔,本周内要有回音。", "两笔到账,一笔约定下周。"),
        ("准备展会样册", "中英文各两百份。", "已印好。"),
        ("补录客户联系人", "缺负责人姓名和手机的客户。", "补了十四家。"),
        ("新人陪同拜访一次", "带一次完整的拜访,回来讲评。", "已陪同,开场白还要练。"),
        ("核对上月回款差异", "和财务逐笔核对。", "差异两笔,已更正。"),
        ("写一个成功案例", "一页纸,例会上讲。", "已写,周一例会分享。"),
    ];

    private static readonly (string Giver, string[] Owners)[] Chains =
    [
        ("director", ["phone-head", "air-head", "export-head", "sales-assistant"]),
        ("phone-head", ["phone1-lead", "phone2-lead", "phone-assistant"]),
        ("phone1-lead", ["phone1-1", "phone1-2", "phone1-3"]),
        ("phone2-lead", ["phone2-1", "phone2-2"]),
        ("east-head", ["east-channel-lead", "shanghai-lead"]),
        ("east-channel-lead", ["east-channel-1", "east-channel-2"]),
        ("export-head", ["export-west-lead", "export-new-lead"]),
    ];

    private static readonly (string Giver, string Owner, string Title, RhythmKind Kind, DayOfWeek[] Days, int DayOfMonth)[] Rounds =
    [
        ("phone-head", "phone1-lead", "提交小组周报", RhythmKind.Weekly, [DayOfWeek.Friday], 1),
        ("phone-head", "phone2-lead", "提交小组周报", RhythmKind.Weekly, [DayOfWeek.Friday], 1),
        ("director", "sales-assistant", "汇总月度回款报表", RhythmKind.Monthly, [], 3),
        ("phone1-1", "phone1-1", "整理下周回访名单", RhythmKind.Weekly, [DayOfWeek.Thursday], 1),
    ];

    public static WorkTasks Of(ulong seed, Days days, People people, WorkCalendar calendar)
    {
        var dice = new Dice(seed, "tasks");
        var (tasks, lines, series) = (new List<WorkTask>(), new List<TaskLine>(), new List<TaskSeries>());
        for (var day = days.MonthsAgo(5); day < days.Today; day = day.AddDays(dice.Between(1, 3)))
        {
            if (calendar.IsWorkingDay(day))
            {
                var (giver, owners) = dice.Of(Chains);
                Give(giver, dice.Of(owners), dice.Of(Wishes), day, calendar.Add(day, dice.Between(2, 8)), dice.Weighted((TaskPriority.Normal, 6), (TaskPriority.High, 2), (TaskPriority.Low, 1), (TaskPriority.Urgent, 1)), null);
            }
        }

        // What the sign-ins find: something overdue, something for today, something to accept.
        Give("phone-head", "phone1-1", Wishes[0], days.Today.AddDays(-6), days.Today.AddDays(-1), TaskPriority.High, null, WorkTaskState.InProgress);
        Give("phone1-lead", "phone1-1", Wishes[4], days.Today.AddDays(-2), days.Today, TaskPriority.Normal, null, WorkTaskState.Open);
        Give("phone1-lead", "phone1-1", Wishes[7], days.Today.AddDays(-1), calendar.Add(days.Today, 3), TaskPriority.Normal, null, WorkTaskState.Open);
        Give("director", "phone-head", Wishes[6], days.Today.AddDays(-5), calendar.Add(days.Today, 1), TaskPriority.Urgent, null, WorkTaskState.Open);
        Give("phone-head", "phone2-lead", Wishes[5], days.Today.AddDays(-5), days.Today, TaskPriority.Normal, null, WorkTaskState.ToAccept);
        Give("director", "sales-assistant", Wishes[3], days.Today.AddDays(-4), calendar.Add(days.Today, 2), TaskPriority.High, null, WorkTaskState.InProgress);
        foreach (var (giver, owner, title, kind, weekdays, dayOfMonth) in Rounds)
        {
            var first = days.MonthsAgo(3);
            var row = new TaskSeries
            {
                Id = dice.Id<TaskSeriesId>(days.At(first, 560)),
                Title = title,
                OwnerId = people[owner].Id,
                GiverId = people[giver].Id,
                Priority = TaskPriority.Normal,
                Mode = SeriesMode.ByClock,
                LeadDays = 2,
                RhythmKind = kind,
                Every = 1,
                Weekdays = weekdays.Aggregate(0, (bits, one) => bits | (1 << (int)one)),
                DayOfMonth = dayOfMonth,
                OffDay = OffDay.Before,
                First = first,
                NeedsResult = false,
            };
            var next = row.Rhythm().Next(first.AddDays(-1), calendar);
            while (next is { } due && due.AddDays(-2) <= days.Today)
            {
                var made = due.AddDays(-2) < first ? first : due.AddDays(-2);
                Give(giver, owner, (title, "", "已提交。"), made, due, TaskPriority.Normal, row.Id);
                next = row.Rhythm().Next(due, calendar);
            }

            row.NextOn = next;
            series.Add(row);
        }

        return new WorkTasks(series, tasks, lines);

        void Give(string giver, string owner, (string Title, string Text, string Result) wish, DateOnly day, DateOnly due, TaskPriority priority, TaskSeriesId? round, WorkTaskState? fixedState = null)
        {
            var at = days.At(day, dice.Between(540, 1000));
            var done = days.At(Days.Earlier(due.AddDays(dice.Weighted((0, 5), (-1, 4), (2, 2))), days.Today.AddDays(-1)), dice.Between(600, 1080));
            var isPast = done > at && due < days.Today && dice.Chance(0.94);
            var state = fixedState ?? (isPast ? dice.Chance(0.04) ? WorkTaskState.Cancelled : WorkTaskState.Done : day < days.Today.AddDays(-2) && dice.Chance(0.5) ? WorkTaskState.InProgress : WorkTaskState.Open);
            var task = new WorkTask
            {
                Id = dice.Id<WorkTaskId>(at),
                Number = $"W-{tasks.Count + 1:000000}",
                Title = wish.Title,
                Text = wish.Text.Length > 0 ? wish.Text : null,
                OwnerId = people[owner].Id,
                GiverId = people[giver].Id,
                Priority = priority,
                DueOn = due,
                State = state,
                NeedsAcceptance = state == WorkTaskState.ToAccept,
                SeriesId = round,
                CreatedAt = at,
            };
            tasks.Add(task);
            if (state is WorkTaskState.InProgress)
            {
                Say(TaskLineKind.Started, owner, at.AddHours(2), null);
            }

            if (state is WorkTaskState.Done or WorkTaskState.ToAccept)
            {
                var finished = done > at ? done : at.AddHours(5);
                (task.Result, task.FinishedAt) = (wish.Result, finished);
                Say(TaskLineKind.Finished, owner, finished, wish.Result);
            }

            if (state == WorkTaskState.Cancelled)
            {
                task.Reason = "情况有变,不再需要。";
                Say(TaskLineKind.Cancelled, giver, done, task.Reason);
            }

            void Say(TaskLineKind kind, string who, DateTimeOffset when, string? text) =>
                lines.Add(new TaskLine { TaskId = task.Id, Line = lines.Count(line => line.TaskId == task.Id) + 1, Kind = kind, ActorId = people[who].Id, At = when, Text = text });
        }
    }
}
