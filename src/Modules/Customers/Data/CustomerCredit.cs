using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Approvals.Public;
using Yingpan.Customers.Credit.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Data;

internal enum CreditDeed
{
    Set,
    Held,
    Released,
}

/// <summary>信用: what was decided for a customer, and by whom. Each decision is a row of its own, never changed; one of them holds.</summary>
internal sealed class CustomerCredit
{
    public required CustomerCreditId Id { get; init; }

    public required CustomerId CustomerId { get; set; }

    /// <summary>The customer while this is what holds, and unique.</summary>
    [NotAudited]
    public CustomerId? NowFor { get; set; }

    public required DateTimeOffset At { get; init; }

    public PersonId? ById { get; init; }

    public required CreditDeed Deed { get; init; }

    public required string Reason { get; init; }

    /// <summary>A code of the policy's ratings.</summary>
    public string? Rating { get; set; }

    /// <summary>His own; null has that of his rating.</summary>
    public Money? Limit { get; set; }

    public int? TermDays { get; set; }

    public bool IsHeld { get; set; }

    public DateOnly? HeldUntil { get; set; }

    public string? HeldReason { get; set; }

    /// <summary>The decision that held before; null for the first.</summary>
    public CustomerCreditId? ReplacedId { get; init; }

    /// <summary>The request by which it was decided.</summary>
    public CreditRequestId? RequestId { get; init; }

    public Guid? ImportId { get; init; }

    public CreditFacts Facts => new(Rating, Limit, TermDays, IsHeld, HeldUntil);
}

internal enum CreditWish
{
    /// <summary>A higher limit.</summary>
    Limit,

    /// <summary>An end of the hold.</summary>
    Release,
}

internal enum CreditRequestState
{
    Waiting,
    Approved,
    Refused,
    Returned,
    Withdrawn,

    /// <summary>Something else was decided meanwhile, and answers it.</summary>
    Overtaken,
}

/// <summary>What somebody asked for who may not decide it.</summary>
internal sealed class CreditRequest : IVersioned
{
    public required CreditRequestId Id { get; init; }

    public required CustomerId CustomerId { get; set; }

    /// <summary>The customer while it waits or came back, and unique.</summary>
    public CustomerId? OpenFor { get; set; }

    public required CreditWish Wish { get; set; }

    public Money? Limit { get; set; }

    public required string Reason { get; set; }

    public required PersonId ById { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>The decision that held when he asked.</summary>
    public CustomerCreditId? SeenId { get; set; }

    public ApprovalId? ApprovalId { get; set; }

    public CreditRequestState State { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>What credit goes by from a day until the next policy's day. Changed only before that day.</summary>
[HouseData]
internal sealed class CreditPolicy : IVersioned, IHoldsFromDay
{
    public required CreditPolicyId Id { get; init; }

    public required DateOnly First { get; set; }

    /// <summary>JSON of a <see cref="CreditSpec"/> without faults.</summary>
    public required string Body { get; set; }

    public PersonId? ById { get; init; }

    public int Version { get; set; } = 1;

    public CreditSpec Spec => JsonSerializer.Deserialize<CreditSpec>(Body, JsonTypes.Options)!;

    public static string Text(CreditSpec spec) => JsonSerializer.Serialize(spec, JsonTypes.Options);
}

internal sealed class CustomerCreditTable : IEntityTypeConfiguration<CustomerCredit>
{
    public void Configure(EntityTypeBuilder<CustomerCredit> table)
    {
        table.ToTable("customers_credit");
        table.Property(credit => credit.Reason).HasMaxLength(500);
        table.Property(credit => credit.HeldReason).HasMaxLength(500);
        table.Property(credit => credit.Rating).HasMaxLength(4);
        table.Ignore(credit => credit.Facts);
        table.HasIndex(credit => credit.NowFor).IsUnique();
        table.HasIndex(credit => new { credit.CustomerId, credit.At });
        table.HasIndex(credit => credit.ImportId);
        table.HasIndex(credit => new { credit.Rating, credit.NowFor });
        table.HasOne<Customer>().WithMany().HasForeignKey(credit => credit.CustomerId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(credit => credit.ById);
    }
}

internal sealed class CreditRequestTable : IEntityTypeConfiguration<CreditRequest>
{
    public void Configure(EntityTypeBuilder<CreditRequest> table)
    {
        table.ToTable("customers_credit_request");
        table.Property(request => request.Reason).HasMaxLength(500);
        table.Property(request => request.Version).IsConcurrencyToken();
        table.HasIndex(request => request.OpenFor).IsUnique();
        table.HasIndex(request => new { request.CustomerId, request.At });
        table.HasOne<Customer>().WithMany().HasForeignKey(request => request.CustomerId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(request => request.ById);
        table.RefersToApproval(request => request.ApprovalId);
    }
}

internal sealed class CreditPolicyTable : IEntityTypeConfiguration<CreditPolicy>
{
    public void Configure(EntityTypeBuilder<CreditPolicy> table)
    {
        table.ToTable("customers_credit_policy");
        table.Property(policy => policy.Body).HasMaxLength(4000);
        table.Property(policy => policy.Version).IsConcurrencyToken();
        table.Ignore(policy => policy.Spec);
        table.HasIndex(policy => policy.First).IsUnique();
        table.RefersToPerson(policy => policy.ById);
    }
}
