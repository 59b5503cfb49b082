using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Public;

/// <summary>Deciding needs no permission: whoever the route finds may decide, and nobody else.</summary>
public static class ApprovalsPermissions
{
    public static readonly Permission Submit = new("approvals.submit", Scoped: false);
    public static readonly Permission EditRules = new("approvals.edit-rules", Scoped: false);

    /// <summary>Every request of the house, also where one takes no part.</summary>
    public static readonly Permission ReadAll = new("approvals.read-all", Scoped: false);

    /// <summary>How long people let requests wait: of those one reaches.</summary>
    public static readonly Permission ReadTimes = new("approvals.times-read");

    public static IReadOnlyList<Permission> All => [Submit, EditRules, ReadAll, ReadTimes];
}

/// <summary>
/// A kind of request, registered as a singleton by the module whose it is; its name is the text <c>approval-kind.{code}</c>. The flags say
/// which facts its requests bring, and so what a row of its table may ask. Unit and position of the applicant are always there.
/// </summary>
public sealed record ApprovalKind(string Code)
{
    public const string General = "general";

    public bool HasMatter { get; init; }

    public bool HasAmount { get; init; }

    public bool HasDiscount { get; init; }

    public bool HasDays { get; init; }

    public bool HasGrade { get; init; }

    /// <summary>The table names only what needs a decision: what no row takes, or a house without a table, goes without.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>What a module hands in.</summary>
public sealed record ApprovalSubmission
{
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public string? Text { get; init; }

    /// <summary>Page of the record: <c>/orders?open=…</c>.</summary>
    public string? Link { get; init; }

    /// <summary>By which the module knows the record again when it hears the outcome.</summary>
    public string? Subject { get; init; }

    public required PersonId Applicant { get; init; }

    public ApprovalMatterId? Matter { get; init; }

    public Money? Amount { get; init; }

    public Rate? Discount { get; init; }

    /// <summary>How long: of a leave, of a journey.</summary>
    public Quantity? Days { get; init; }

    public string? Grade { get; init; }

    /// <summary>Whom the applicant chose, by place of the node in the route.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<PersonId>>? Chosen { get; init; }

    public IReadOnlyList<PersonId> CopyTo { get; init; } = [];
}

public enum ApprovalResult
{
    Approved,
    Refused,
    Returned,
    Withdrawn,
}

public sealed record ApprovalOutcome(ApprovalId Id, string Kind, string? Subject, PersonId Applicant, ApprovalResult Result);

/// <summary>Answered by the module of a kind, in the transaction of the decision: what it refuses is not decided.</summary>
public interface IApprovalOutcome
{
    string Kind { get; }

    Task Heard(ApprovalOutcome outcome, CancellationToken cancel);
}

/// <summary>A request as other modules see it.</summary>
public sealed record ApprovalCard
{
    public required ApprovalId Id { get; init; }

    public required string Number { get; init; }

    public required string Kind { get; init; }

    public string? Subject { get; init; }

    public required PersonId ApplicantId { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Null while it is on its way.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    public required bool IsOpen { get; init; }

    /// <summary>Null while it is on its way.</summary>
    public ApprovalResult? Result { get; init; }
}

/// <summary>A station of a request, for who sees the record that was handed in though he takes no part in its decision.</summary>
public sealed record ApprovalStation
{
    public required string Name { get; init; }

    public required ApprovalStationState State { get; init; }

    /// <summary>With whom it is, or was, or will be.</summary>
    public required IReadOnlyList<string> People { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

public enum ApprovalStationState
{
    Ahead,
    Running,
    Approved,
    Refused,
    Dropped,
}

public static class ApprovalsViews
{
    private static readonly Expression<Func<Approval, ApprovalCard>> AsApproval = approval => new ApprovalCard
    {
        Id = approval.Id,
        Number = approval.Number,
        Kind = approval.Kind,
        Subject = approval.Subject,
        ApplicantId = approval.ApplicantId,
        SubmittedAt = approval.SubmittedAt,
        FinishedAt = approval.FinishedAt,
        IsOpen = approval.State == FlowState.Open,
        Result = approval.State == FlowState.Approved ? ApprovalResult.Approved
            : approval.State == FlowState.Refused ? ApprovalResult.Refused
            : approval.State == FlowState.Returned ? ApprovalResult.Returned
            : approval.State == FlowState.Withdrawn ? ApprovalResult.Withdrawn
            : null,
    };

    extension(AppDb db)
    {
        public IQueryable<ApprovalCard> ApprovalCards => db.Set<Approval>().Select(AsApproval);
    }

    /// <summary>A foreign key to a request, declared in the table of another module.</summary>
    public static void RefersToApproval<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> key) where T : class =>
        table.HasOne<Approval>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
