using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Collaboration.Tasks;

/// <summary>A list of tasks brought along: one line for each.</summary>
internal sealed class ImportTasks(Reach reach, Notifier notifier, CompanyClock clock) : IImporter
{
    private readonly ImportLookup<PersonId> people = PeopleLookup.New();
    private ReachedPeople? reached;

    public string Kind => "tasks";

    public Permission Permission => CollaborationPermissions.ImportTasks;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("number", false, "编号", "任务编号", "no"),
        new("title", true, "标题", "任务", "任务名称", "task", "subject"),
        new("ownerName", true, "负责人", "执行人", "owner", "assignee", "responsible"),
        new("dueOn", false, "截止日期", "期限", "完成期限", "due", "due date", "deadline"),
        new("priority", false, "优先级", "紧急程度", "priority"),
        new("text", false, "说明", "描述", "description", "details"),
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        reached ??= await reach.Among(CollaborationPermissions.GiveTasks, cancel);
        await people.Load(run, rows, "ownerName", cancel);
        var numbers = await ImportNumbers.Load(run, rows, "tasks", run.Db.Set<WorkTask>().Select(task => task.Number), cancel);
        foreach (var row in rows)
        {
            var number = numbers.Of(row);
            var (title, owner) = (row.RequiredText("title", 200), row.Required("ownerName", people.Find(row, "ownerName", run)));
            var (due, priority, text) = (row.Day("dueOn"), PriorityOf(row) ?? TaskPriority.Normal, row.Text("text", 4000, lines: true));
            if (!row.HasFaults && owner != run.Caller.Person && !reached.Contains(owner))
            {
                run.Fault(row, "ownerName", "collaboration.owner-beyond-reach");
            }

            if (row.HasFaults)
            {
                continue;
            }

            var task = new WorkTask
            {
                Id = Id.New<WorkTaskId>(),
                Number = number,
                Title = title,
                Text = text,
                OwnerId = owner,
                GiverId = run.Caller.Person,
                Priority = priority,
                DueOn = due,
                State = WorkTaskState.Open,
                CreatedAt = clock.Now,
                ImportId = run.ImportId,
            };
            run.Create(row, task, task.Id);
            if (owner != run.Caller.Person)
            {
                run.WhenWriting(row, stop => notifier.Tell(owner, "task-given", new Dictionary<string, object?> { ["title"] = title, ["person"] = run.Caller.Login, ["day"] = due }, $"/tasks?open={task.Id}", stop));
            }
        }
    }

    private static TaskPriority? PriorityOf(ImportRow row) => row.OneOf("priority",
        ("低", TaskPriority.Low), ("普通", TaskPriority.Normal), ("中", TaskPriority.Normal), ("高", TaskPriority.High), ("紧急", TaskPriority.Urgent),
        ("low", TaskPriority.Low), ("normal", TaskPriority.Normal), ("high", TaskPriority.High), ("urgent", TaskPriority.Urgent));
}
