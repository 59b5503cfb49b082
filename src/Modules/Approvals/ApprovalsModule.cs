using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Documents;
using Yingpan.Approvals.Late;
using Yingpan.Approvals.Leaves;
using Yingpan.Approvals.Limits;
using Yingpan.Approvals.Matters;
using Yingpan.Approvals.Proposals;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Tables;
using Yingpan.Approvals.Times;
using Yingpan.Collaboration.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Files;
using Yingpan.Platform.Http;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Numbers;
using Yingpan.Platform.Search;

namespace Yingpan.Approvals;

public sealed class ApprovalsModule : IModule
{
    public string Name => "approvals";

    public IReadOnlyList<Permission> Permissions => ApprovalsPermissions.All;

    public void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new MatterMap());
        model.ApplyConfiguration(new StoredTableMap());
        model.ApplyConfiguration(new LimitMap());
        model.ApplyConfiguration(new ApprovalTableMap());
        model.ApplyConfiguration(new ApprovalStepMap());
        model.ApplyConfiguration(new ApprovalTurnMap());
        model.ApplyConfiguration(new LogLineMap());
        model.ApplyConfiguration(new CopyMap());
        model.ApplyConfiguration(new ProcessOwnerMap());
        model.ApplyConfiguration(new ProcessProposalMap());
    }

    public void Services(IServiceCollection services)
    {
        services.AddNumbers("approvals", "A-");
        services.AddSingleton(new ApprovalKind(ApprovalKind.General) { HasMatter = true, HasAmount = true });
        services.AddSingleton(new ApprovalKind(LeaveApprovals.Kind) { HasDays = true });
        services.AddScoped<ILeaveDecisions, LeaveApprovals>();
        services.AddScoped<IAgenda, WaitingAgenda>();
        services.AddScoped<IWaitingDecisions, WaitingDecisions>();
        services.AddScoped<IApprovalOutcome, LeaveDecided>();
        services.AddSingleton(new ApprovalKind(DocumentApprovals.Kind) { IsOptional = true });
        services.AddScoped<IDocumentDecisions, DocumentApprovals>();
        services.AddScoped<IDraftReaders, DraftReaders>();
        services.AddScoped<IApprovalOutcome, DocumentDecided>();
        services.AddScoped<HouseOfToday>();
        services.AddScoped<Participation>();
        services.AddScoped<HeldRequests>();
        services.AddScoped<Moving>();
        services.AddScoped<Submitting>();
        services.AddScoped<Deciding>();
        services.AddScoped<ApprovalRoad>();
        services.AddScoped<TableChecks>();
        services.AddScoped(provider => new ApprovalDesk(provider.GetRequiredService<Submitting>(), provider.GetRequiredService<Moving>(), provider.GetRequiredService<ApprovalRoad>()));
        services.AddScoped<IFileParent, ApprovalFiles>();
        services.AddScoped<IBelongings, OpenTurns>();
        services.AddScoped<IBelongings, OwnRequests>();
        services.AddScoped<IBelongings, NamedInTables>();
        services.AddScoped<IBelongings, OwnedProcesses>();
        services.AddScoped<ProposalReaders>();
        services.AddScoped<ProposalWords>();
        services.AddScoped<IUnitMentions, MentionedInTables>();
        services.AddScoped<IPlacedRecords, RunningRequests>();
        services.AddScoped<ISearchSource, ApprovalSearch>();
        services.AddScoped<IDelegatedWork, DelegatedApprovals>();
        services.AddRecurringJob<WatchTimeLimits>("approvals.time-limits", "0 0/5 * * * ?");
    }

    public void Routes(IEndpointRouteBuilder api)
    {
        // Who decides is found by the route of the request, not by a permission; so these are open to whoever takes part.
        api.MapGet("/approvals", ListApprovals.Handle).Require(Permission.SignedIn);
        api.MapGet("/approvals/export", ListApprovals.Export).Require(Permission.SignedIn);
        api.MapGet("/approvals/counts", ListApprovals.Count).Require(Permission.SignedIn);
        api.MapGet("/approvals/{id}", ReadApproval.Handle).Require(Permission.SignedIn);
        api.MapPost("/approvals/{id}/approve", Approve.Handle).Require(Permission.SignedIn);
        api.MapPost("/approvals/{id}/refuse", Refuse.Handle).Require(Permission.SignedIn);
        api.MapPost("/approvals/{id}/return", SendBack.Handle).Require(Permission.SignedIn);
        api.MapPost("/approvals/{id}/add", AddApprover.Handle).Require(Permission.SignedIn);
        api.MapPost("/approvals/{id}/hand-on", HandOn.Handle).Require(Permission.SignedIn);
        api.MapPost("/approvals/{id}/comment", Comment.Handle).Require(Permission.SignedIn);
        api.MapPost("/approvals/{id}/seen", MarkSeen.Handle).Require(Permission.SignedIn);
        api.MapPost("/approvals/{id}/withdraw", Withdraw.Handle).Require(Permission.SignedIn);
        api.MapPost("/approvals/{id}/resubmit", ResubmitApproval.Handle).Require(Permission.SignedIn);
        api.MapPost("/approvals/decide", DecideMany.Handle).Require(Permission.SignedIn);
        api.MapPost("/approvals/preview", PreviewApproval.Handle).Require(ApprovalsPermissions.Submit);
        api.MapPost("/approvals", SubmitApproval.Handle).Require(ApprovalsPermissions.Submit);

        api.MapGet("/approval-matters", ListMatters.Handle).Require(Permission.SignedIn);
        api.MapPost("/approval-matters", AddMatter.Handle).Require(ApprovalsPermissions.EditRules);
        api.MapPut("/approval-matters/{id}", EditMatter.Handle).Require(ApprovalsPermissions.EditRules);
        api.MapDelete("/approval-matters/{id}", RemoveMatter.Handle).Require(ApprovalsPermissions.EditRules);

        api.MapGet("/approval-tables", ListTables.Handle).Require(ApprovalsPermissions.EditRules);
        api.MapGet("/approval-tables/{id}", ReadTable.Handle).Require(ApprovalsPermissions.EditRules);
        api.MapPost("/approval-tables", AddTable.Handle).Require(ApprovalsPermissions.EditRules);
        api.MapPost("/approval-tables/try", TryTable.Handle).Require(ApprovalsPermissions.EditRules);
        api.MapPut("/approval-tables/{id}", EditTable.Handle).Require(ApprovalsPermissions.EditRules);
        api.MapPost("/approval-tables/{id}/go-live", PutTableLive.Handle).Require(ApprovalsPermissions.EditRules);
        api.MapDelete("/approval-tables/{id}", RemoveTable.Handle).Require(ApprovalsPermissions.EditRules);

        api.MapGet("/approval-limits", ListLimits.Handle).Require(ApprovalsPermissions.EditRules);
        api.MapPost("/approval-limits", AddLimit.Handle).Require(ApprovalsPermissions.EditRules);
        api.MapPut("/approval-limits/{id}", EditLimit.Handle).Require(ApprovalsPermissions.EditRules);
        api.MapDelete("/approval-limits/{id}", RemoveLimit.Handle).Require(ApprovalsPermissions.EditRules);

        api.MapGet("/processes", ListProcesses.Handle).Require(Permission.SignedIn);
        api.MapPut("/processes/{kind}", EditProcess.Handle).Require(ApprovalsPermissions.EditRules);
        api.MapGet("/process-proposals", ListProposals.Handle).Require(Permission.SignedIn);
        api.MapGet("/process-proposals/{id}", ListProposals.One).Require(Permission.SignedIn);
        api.MapPost("/process-proposals", ProposeChange.Handle).Require(ApprovalsPermissions.Submit);
        api.MapPost("/process-proposals/{id}/decide", DecideProposal.Handle).Require(Permission.SignedIn);
        api.MapPost("/process-proposals/{id}/withdraw", WithdrawProposal.Handle).Require(Permission.SignedIn);

        api.MapGet("/approval-times", ReadTimes.Handle).Require(ApprovalsPermissions.ReadTimes);
    }
}
