using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Collaboration.Concerns;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Feedbacks;
using Yingpan.Collaboration.HandOvers;
using Yingpan.Collaboration.Issues;
using Yingpan.Collaboration.Meetings;
using Yingpan.Collaboration.Notices;
using Yingpan.Collaboration.Overview;
using Yingpan.Collaboration.Policies;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Tasks;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Files;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Numbers;
using Yingpan.Platform.Search;
using Yingpan.Platform.Timelines;

namespace Yingpan.Collaboration;

public sealed class CollaborationModule : IModule
{
    public string Name => "collaboration";

    public IReadOnlyList<Permission> Permissions => CollaborationPermissions.All;

    public void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new NoticeMap());
        model.ApplyConfiguration(new NoticePartMap());
        model.ApplyConfiguration(new NoticeReceiptMap());
        model.ApplyConfiguration(new ConcernMap());
        model.ApplyConfiguration(new ConcernReceiverMap());
        model.ApplyConfiguration(new ConcernLineMap());
        model.ApplyConfiguration(new PolicyMap());
        model.ApplyConfiguration(new TaskSeriesMap());
        model.ApplyConfiguration(new WorkTaskMap());
        model.ApplyConfiguration(new TaskParticipantMap());
        model.ApplyConfiguration(new TaskLineMap());
        model.ApplyConfiguration(new IssueMap());
        model.ApplyConfiguration(new IssueLineMap());
        model.ApplyConfiguration(new MeetingSeriesMap());
        model.ApplyConfiguration(new MeetingSeriesPartMap());
        model.ApplyConfiguration(new MeetingMap());
        model.ApplyConfiguration(new InviteeMap());
        model.ApplyConfiguration(new AgendaItemMap());
        model.ApplyConfiguration(new DecisionMap());
        model.ApplyConfiguration(new FeedbackCategoryMap());
        model.ApplyConfiguration(new FeedbackMap());
        model.ApplyConfiguration(new FeedbackWordMap());
        model.ApplyConfiguration(new FeedbackDeedMap());
    }

    public void Services(IServiceCollection services)
    {
        services.AddNumbers("meetings", "M-");
        services.AddNumbers("tasks", "W-");
        services.AddNumbers("issues", "X-");
        services.AddScoped<NoticeReaders>();
        services.AddScoped<NoticeAudience>();
        services.AddScoped<NoticeReminders>();
        services.AddScoped<IFileParent, NoticeFiles>();
        services.AddScoped<ISearchSource, NoticeSearch>();
        services.AddRecurringJob<WatchNotices>("collaboration.notices", "0 30 8 * * ?");

        services.AddScoped<ConcernReaders>();
        services.AddScoped<ConcernDeeds>();
        services.AddScoped<IFileParent, ConcernFiles>();

        services.AddScoped<IBelongings, OwnedTasks>();
        services.AddScoped<IBelongings, OwnedTaskSeries>();
        services.AddScoped<IBelongings, OwnedIssues>();
        services.AddScoped<IBelongings, ReceivedConcerns>();
        services.AddScoped<IUnitMentions, MentionedInIssues>();
        services.AddScoped<IUnitMentions, MentionedInMeetings>();
        services.AddScoped<IBelongings, ChairedMeetings>();

        services.AddScoped<TaskReaders>();
        services.AddScoped<SeriesReaders>();
        services.AddScoped<TaskRounds>();
        services.AddScoped<TaskWriting>();
        services.AddScoped(provider => new TaskDesk(provider.GetRequiredService<TaskWriting>()));
        services.AddScoped<IFileParent, TaskFiles>();
        services.AddScoped<ISearchSource, TaskSearch>();
        services.AddScoped<ISearchSource, IssueSearch>();
        services.AddScoped<ISearchSource, MeetingSearch>();
        services.AddScoped<ITimelineSource, TaskEvents>();
        services.AddScoped<IImporter, ImportTasks>();
        services.AddRecurringJob<WatchTasks>("collaboration.tasks", "0 0 7 * * ?");

        services.AddScoped<IssueReaders>();
        services.AddScoped<IssueDeeds>();
        services.AddScoped<IFileParent, IssueFiles>();
        services.AddRecurringJob<WatchIssues>("collaboration.issues", "0 15 7 * * ?");

        services.AddScoped<MeetingReaders>();
        services.AddScoped<MeetingWriting>();
        services.AddScoped<MeetingRounds>();
        services.AddScoped<IAgenda, TaskAgenda>();
        services.AddScoped<IAgenda, IssueAgenda>();
        services.AddScoped<IFileParent, MeetingFiles>();
        services.AddRecurringJob<WatchMeetings>("collaboration.meetings", "0 5 * * * ?");

        services.AddScoped<FeedbackReaders>();
        services.AddRecurringJob<WatchFeedback>("collaboration.feedback", "0 0 9,17 * * ?");
    }

    public void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/collaboration/counts", CountOpen.Handle).Require(Permission.SignedIn);

        api.MapGet("/notices", ListNotices.Handle).Require(Permission.SignedIn);
        api.MapGet("/notices/export", ListNotices.Export).Require(Permission.SignedIn);
        api.MapGet("/notices/{id}", ReadNotice.Handle).Require(Permission.SignedIn);
        api.MapGet("/notices/{id}/recipients", ListRecipients.Handle).Require(Permission.SignedIn);
        api.MapGet("/notices/{id}/recipients/export", ListRecipients.Export).Require(Permission.SignedIn);
        api.MapPost("/notices/{id}/read", ReceiveNotice.Read).Require(Permission.SignedIn);
        api.MapPost("/notices/{id}/confirm", ReceiveNotice.Confirm).Require(Permission.SignedIn);
        api.MapPost("/notices", AddNotice.Handle).Require(CollaborationPermissions.WriteNotices);
        api.MapPost("/notices/audience", PreviewAudience.Handle).Require(CollaborationPermissions.WriteNotices);
        api.MapPut("/notices/{id}", EditNotice.Handle).Require(CollaborationPermissions.WriteNotices);
        api.MapDelete("/notices/{id}", RemoveNotice.Handle).Require(CollaborationPermissions.WriteNotices);
        api.MapPost("/notices/{id}/publish", PublishNotice.Handle).Require(CollaborationPermissions.WriteNotices);
        api.MapPost("/notices/{id}/withdraw", WithdrawNotice.Handle).Require(CollaborationPermissions.WriteNotices);
        api.MapPost("/notices/{id}/remind", RemindOfNotice.Handle).Require(CollaborationPermissions.WriteNotices);

        // Whoever has a superior may report to him; who may answer is found by whom it went to.
        api.MapGet("/concerns", ListConcerns.Handle).Require(Permission.SignedIn);
        api.MapGet("/concerns/export", ListConcerns.Export).Require(Permission.SignedIn);
        api.MapGet("/concerns/superiors", ListSuperiors.Handle).Require(Permission.SignedIn);
        api.MapGet("/concerns/{id}", ReadConcern.Handle).Require(Permission.SignedIn);
        api.MapPost("/concerns", SendConcern.Handle).Require(Permission.SignedIn);
        api.MapPost("/concerns/{id}/acknowledge", ActOnConcern.Acknowledge).Require(Permission.SignedIn);
        api.MapPost("/concerns/{id}/answer", ActOnConcern.Answer).Require(Permission.SignedIn);
        api.MapPost("/concerns/{id}/pass-on", ActOnConcern.PassOn).Require(Permission.SignedIn);
        api.MapPost("/concerns/{id}/say", ActOnConcern.Say).Require(Permission.SignedIn);
        api.MapPost("/concerns/{id}/close", ActOnConcern.Close).Require(Permission.SignedIn);

        // What one may do with a task is decided by having it, having given it, or reaching who has it.
        api.MapGet("/tasks", ListTasks.Handle).Require(Permission.SignedIn);
        api.MapGet("/tasks/export", ListTasks.Export).Require(Permission.SignedIn);
        api.MapGet("/tasks/{id}", ReadTask.Handle).Require(Permission.SignedIn);
        api.MapPost("/tasks/{id}/start", ActOnTask.Start).Require(Permission.SignedIn);
        api.MapPost("/tasks/{id}/finish", ActOnTask.Finish).Require(Permission.SignedIn);
        api.MapPost("/tasks/{id}/accept", ActOnTask.Accept).Require(Permission.SignedIn);
        api.MapPost("/tasks/{id}/send-back", ActOnTask.SendBack).Require(Permission.SignedIn);
        api.MapPost("/tasks/{id}/cancel", ActOnTask.Cancel).Require(Permission.SignedIn);
        api.MapPost("/tasks/{id}/reopen", ActOnTask.Reopen).Require(Permission.SignedIn);
        api.MapPost("/tasks/{id}/comment", ActOnTask.Comment).Require(Permission.SignedIn);
        api.MapPost("/tasks/finish", FinishTasks.Handle).Require(Permission.SignedIn);
        api.MapPost("/tasks", AddTask.Handle).Require(CollaborationPermissions.GiveTasks);
        api.MapPut("/tasks/{id}", EditTask.Handle).Require(Permission.SignedIn);
        api.MapGet("/task-series", ListSeries.Handle).Require(Permission.SignedIn);
        api.MapGet("/task-series/{id}", ListSeries.One).Require(Permission.SignedIn);
        api.MapPost("/task-series", AddSeries.Handle).Require(CollaborationPermissions.GiveTasks);
        api.MapPut("/task-series/{id}", EditSeries.Handle).Require(CollaborationPermissions.GiveTasks);
        api.MapPost("/task-series/{id}/stop", StopSeries.Handle).Require(CollaborationPermissions.GiveTasks);

        // Both sides are found by who leads the units; so these are open to whoever stands in one.
        api.MapGet("/issues", ListIssues.Handle).Require(Permission.SignedIn);
        api.MapGet("/issues/export", ListIssues.Export).Require(Permission.SignedIn);
        api.MapGet("/issues/{id}", ReadIssue.Handle).Require(Permission.SignedIn);
        api.MapPost("/issues", RaiseIssue.Handle).Require(Permission.SignedIn);
        api.MapPost("/issues/{id}/propose", ActOnIssue.Propose).Require(Permission.SignedIn);
        api.MapPost("/issues/{id}/accept", ActOnIssue.Accept).Require(Permission.SignedIn);
        api.MapPost("/issues/{id}/owner", ActOnIssue.NameOwner).Require(Permission.SignedIn);
        api.MapPost("/issues/{id}/finish", ActOnIssue.Finish).Require(Permission.SignedIn);
        api.MapPost("/issues/{id}/confirm", ActOnIssue.Confirm).Require(Permission.SignedIn);
        api.MapPost("/issues/{id}/send-back", ActOnIssue.SendBack).Require(Permission.SignedIn);
        api.MapPost("/issues/{id}/withdraw", ActOnIssue.Withdraw).Require(Permission.SignedIn);
        api.MapPost("/issues/{id}/comment", ActOnIssue.Comment).Require(Permission.SignedIn);
        api.MapGet("/issue-figures", ReadIssueFigures.Handle).Require(CollaborationPermissions.ReadIssues);

        api.MapGet("/meetings", ListMeetings.Handle).Require(Permission.SignedIn);
        api.MapGet("/meetings/export", ListMeetings.Export).Require(Permission.SignedIn);
        api.MapGet("/meetings/{id}", ReadMeeting.Handle).Require(Permission.SignedIn);
        api.MapPost("/meetings", AddMeeting.Handle).Require(CollaborationPermissions.HoldMeetings);
        api.MapPut("/meetings/{id}", EditMeeting.Handle).Require(Permission.SignedIn);
        api.MapPost("/meetings/{id}/cancel", CancelMeeting.Handle).Require(Permission.SignedIn);
        api.MapPost("/meetings/{id}/agenda", EditAgenda.Add).Require(Permission.SignedIn);
        api.MapPost("/meetings/{id}/agenda/remove", EditAgenda.Remove).Require(Permission.SignedIn);
        api.MapPost("/meetings/{id}/agenda/order", EditAgenda.Order).Require(Permission.SignedIn);
        api.MapPost("/meetings/{id}/prepare", EditAgenda.Prepare).Require(Permission.SignedIn);
        api.MapPut("/meetings/{id}/minutes", WriteMinutes.Handle).Require(Permission.SignedIn);
        api.MapPost("/meetings/{id}/decisions", AddDecision.Handle).Require(Permission.SignedIn);
        api.MapPut("/meetings/{id}/attendance", KeepAttendance.Handle).Require(Permission.SignedIn);
        api.MapPost("/meetings/{id}/excuse", KeepAttendance.Excuse).Require(Permission.SignedIn);
        api.MapPost("/meetings/{id}/close", CloseMeeting.Handle).Require(Permission.SignedIn);
        api.MapGet("/meeting-series", ListMeetingSeries.Handle).Require(Permission.SignedIn);
        api.MapGet("/meeting-series/{id}", ListMeetingSeries.One).Require(Permission.SignedIn);
        api.MapPost("/meeting-series", AddMeetingSeries.Handle).Require(CollaborationPermissions.HoldMeetings);
        api.MapPut("/meeting-series/{id}", EditMeetingSeries.Handle).Require(CollaborationPermissions.HoldMeetings);
        api.MapPost("/meeting-series/{id}/stop", StopMeetingSeries.Handle).Require(CollaborationPermissions.HoldMeetings);
        api.MapGet("/meeting-attendance", ReadAttendance.Handle).Require(CollaborationPermissions.ReadMeetings);

        api.MapGet("/feedback", ListFeedback.Handle).Require(Permission.SignedIn);
        api.MapGet("/feedback/export", ListFeedback.Export).Require(Permission.SignedIn);
        api.MapGet("/feedback/{id}", ListFeedback.One).Require(Permission.SignedIn);
        api.MapPost("/feedback", GiveFeedback.Handle).Require(Permission.SignedIn);
        api.MapPost("/feedback/{id}/say", ActOnFeedback.Say).Require(Permission.SignedIn);
        api.MapPost("/feedback/{id}/take", ActOnFeedback.Take).Require(CollaborationPermissions.HandleFeedback);
        api.MapPost("/feedback/{id}/answer", ActOnFeedback.Answer).Require(CollaborationPermissions.HandleFeedback);
        api.MapPost("/feedback/{id}/close", ActOnFeedback.Close).Require(CollaborationPermissions.HandleFeedback);
        // Outside the transaction of the request, and so outside the store of repeated requests, which knows who asked.
        api.MapPost("/anonymous-feedback", GiveAnonymously.Give).Require(Permission.SignedIn).WithoutTransaction();
        api.MapPost("/anonymous-feedback/read", GiveAnonymously.Read).Require(Permission.SignedIn).WithoutTransaction();
        api.MapPost("/anonymous-feedback/say", GiveAnonymously.Say).Require(Permission.SignedIn).WithoutTransaction();
        api.MapGet("/feedback-categories", EditCategories.List).Require(Permission.SignedIn);
        api.MapPost("/feedback-categories", EditCategories.Add).Require(CollaborationPermissions.HandleFeedback);
        api.MapPut("/feedback-categories/{id}", EditCategories.Edit).Require(CollaborationPermissions.HandleFeedback);
        api.MapDelete("/feedback-categories/{id}", EditCategories.Remove).Require(CollaborationPermissions.HandleFeedback);
        api.MapGet("/feedback-figures", ReadFeedbackFigures.Handle).Require(CollaborationPermissions.HandleFeedback);

        api.MapGet("/collaboration-policies", ListPolicies.Handle).Require(CollaborationPermissions.EditPolicies);
        api.MapPost("/collaboration-policies", AddPolicy.Handle).Require(CollaborationPermissions.EditPolicies);
        api.MapDelete("/collaboration-policies/{id}", RemovePolicy.Handle).Require(CollaborationPermissions.EditPolicies);
    }
}
