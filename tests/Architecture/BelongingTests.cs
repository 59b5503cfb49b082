using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Kernel;
using Yingpan.Organization.Public;

namespace Yingpan.Tests.Architecture;

/// <summary>
/// Nothing is left behind when somebody goes: each column that names a person is passed on by a kind of belonging (<see cref="IBelongings"/>),
/// or stays as it is for a reason that stands here. A new column has neither and fails.
/// </summary>
public sealed class BelongingTests
{
    /// <summary>Kind → the columns whose records it passes on.</summary>
    private static readonly Dictionary<string, string[]> PassedOn = new()
    {
        ["units"] = ["organization_unit_term.HeadId"],
        ["people"] = ["organization_membership.ManagerId"],
        ["delegations"] = ["organization_delegation.DeputyId"],
        ["document-reviews"] = ["organization_document.ResponsibleId"],
        ["territories"] = ["territories_holder.PersonId"],
        ["approvals"] = ["approvals_turn.PersonId", "approvals_request.WithId"],
        ["processes"] = ["approvals_process_owner.PersonId"],
        ["own-requests"] = ["approvals_request.ApplicantId"],
        ["tasks"] = ["collaboration_task.OwnerId"],
        ["task-series"] = ["collaboration_task_series.OwnerId"],
        ["issues"] = ["collaboration_issue.OwnerId"],
        ["meetings"] = ["collaboration_meeting_series.ChairId", "collaboration_meeting.ChairId"],
        ["concerns"] = ["collaboration_concern_receiver.PersonId"],
        ["customers"] = ["customers_customer.OwnerId"],
        ["customer-shares"] = ["customers_share.PersonId"],
        ["customer-names"] = ["customers_name.OwnerId"],
        ["campaigns"] = ["customers_campaign.OwnerId", "customers_campaign_part.PersonId"],
        ["key-accounts"] = ["customers_key_account.SponsorId"],
        ["drafts"] = ["orders_order.SalespersonId"],
        ["goals"] = ["planning_goal.PersonId"],
    };

    /// <summary>The people are named inside what it stores, not by a column.</summary>
    private static readonly string[] WithoutColumn = ["approval-rules"];

    /// <summary>Why nobody need take it over → the columns.</summary>
    private static readonly Dictionary<string, string[]> Stays = new()
    {
        ["it is himself, and ends with him"] =
        [
            "organization_person.Id", "organization_membership.PersonId", "organization_hand_over.PersonId", "platform_account.PersonId", "approvals_limit.PersonId", "platform_custom_value_person.RecordId",
        ],
        ["his own absence and attendance; who decides over it has it among his approvals or decides by the chart of the day"] =
        [
            "organization_delegation.PersonId", "organization_leave_application.DeputyId", "organization_leave_entry.PersonId", "organization_leave_application.PersonId", "organization_attendance_punch.PersonId",
            "organization_attendance_correction.PersonId", "organization_attendance_result.PersonId",
        ],
        ["a result stays with who achieved it"] = ["orders_monthly_sales.SalespersonId", "customers_name.PreparedById"],
        ["who did it: history"] =
        [
            "platform_audit_entry.PersonId", "platform_file.PersonId", "organization_hand_over_line.ToId", "organization_attendance_correction.DecidedById",
            "organization_attendance_month.ClosedById", "organization_document_edition.AuthorId", "organization_document_edition.CheckerId",
            "organization_document_edition.ApproverId", "organization_document_receipt.PersonId", "organization_document_review.PersonId",
            "territories_release.DecidedById", "territories_outside_work.PersonId", "territories_outside_work.SeenById", "territories_division.EditedById",
            "approvals_table.EditedById", "approvals_process_proposal.DecidedById", "approvals_log.ActorId", "approvals_log.ForId", "approvals_log.TargetId", "approvals_turn.ById",
            "collaboration_feedback_word.HandlerId", "collaboration_feedback_deed.HandlerId", "collaboration_issue_line.ActorId", "collaboration_issue_line.TargetId",
            "collaboration_concern_receiver.FromId", "collaboration_concern_line.ActorId", "collaboration_concern_line.TargetId", "collaboration_meeting_series.CreatorId",
            "collaboration_meeting.CreatorId", "collaboration_notice.AuthorId", "collaboration_notice_receipt.PersonId", "collaboration_task_line.ActorId",
            "collaboration_task_line.TargetId", "customers_dismissed_pair.ById", "customers_review_card.AuthorId", "customers_strategy_card.AuthorId",
            "customers_care_item.ClosedById", "customers_merge.ById", "customers_merge.UndoneById", "customers_watched.ById", "customers_warning_line.ById",
            "customers_warning_line.TargetId", "customers_pool_look.PersonId", "customers_recycled.OwnerId", "customers_record.AuthorId", "customers_ownership.OwnerId",
            "customers_ownership.ById", "customers_ownership_rules.ById", "customers_grade_override.ById", "customers_grade_mark.ById", "customers_credit.ById", "customers_credit_request.ById", "customers_credit_policy.ById", "customers_dispute.RuledById",
        ],
        ["he hears of it or is asked to it, and others are too"] =
        [
            "approvals_copy.PersonId", "collaboration_meeting_series_part.PersonId", "collaboration_meeting_invitee.PersonId", "collaboration_meeting_agenda.PersonId",
            "collaboration_notice_part.PersonId", "organization_document_asking.PersonId", "collaboration_task_participant.PersonId", "customers_care_item.ToldId",
        ],
        ["what he said is answered to the house, whoever said it"] =
            ["collaboration_feedback.PersonId", "approvals_process_proposal.PersonId", "collaboration_concern.AuthorId"],
        ["the head of the unit that asked sees to it without him"] = ["collaboration_issue.RaisedById"],
        ["who reaches the one who does it sees to it without him"] = ["collaboration_task.GiverId", "collaboration_task_series.GiverId"],
        ["what was decided became a task, which is passed on"] = ["collaboration_meeting_decision.PersonId"],
        ["goes on with the key account it is of"] = ["customers_care_item.SponsorId"],
        ["who rules ends it without either side; the customer is passed on"] = ["customers_dispute.ClaimantId", "customers_dispute.HolderId"],
        ["a leave to work outside his territory is of no use to another"] = ["territories_release.PersonId"],
        ["his own view of a list"] = ["platform_saved_view.PersonId"],
    };

    [Fact]
    public void Every_column_that_names_a_person_is_passed_on_or_stays_for_a_reason()
    {
        using var server = ModuleTests.Server("Data Source=:memory:");
        var columns =
            from entity in server.Db.Model.GetEntityTypes()
            where entity.GetTableName() is not null
            from property in entity.GetDeclaredProperties()
            where (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(PersonId)
            select $"{entity.GetTableName()}.{property.Name}";
        var known = PassedOn.Values.Concat(Stays.Values).SelectMany(columns => columns).ToList();
        known.GroupBy(column => column).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty("told twice");
        columns.Order(StringComparer.Ordinal).ShouldBe(known.Order(StringComparer.Ordinal),
            "a column that names a person: answer IBelongings for it and name the kind here, or say why it stays when he goes");
    }

    [Fact]
    public void Every_kind_of_belonging_says_which_columns_it_passes_on()
    {
        using var server = ModuleTests.Server("Data Source=:memory:");
        using var scope = server.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Platform.Access.CallerContext>().Set(Platform.Access.Caller.System("tests"));
        scope.ServiceProvider.GetServices<IBelongings>().Select(one => one.Kind).Order(StringComparer.Ordinal)
            .ShouldBe(PassedOn.Keys.Concat(WithoutColumn).Order(StringComparer.Ordinal));
    }
}
