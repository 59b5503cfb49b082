using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Care.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Data;

/// <summary>What customers are cared for by from a day until the next policy's day. Changed only before that day.</summary>
[HouseData]
internal sealed class CarePolicy : IVersioned, IHoldsFromDay
{
    public required CarePolicyId Id { get; init; }

    public required DateOnly First { get; set; }

    /// <summary>JSON of a <see cref="CareSpec"/> without faults.</summary>
    public required string Body { get; set; }

    public int Version { get; set; } = 1;

    public CareSpec Spec => JsonSerializer.Deserialize<CareSpec>(Body, JsonTypes.Options)!;

    public static string Text(CareSpec spec) => JsonSerializer.Serialize(spec, JsonTypes.Options);
}

internal enum CareState
{
    Open,
    Done,

    /// <summary>Passed over, with a reason.</summary>
    Skipped,
}

/// <summary>
/// A care that a customer is due, and then what came of it. The duty of his sponsor where there is one, else of whoever owns him at the moment. The nightly
/// run makes, changes and takes back open ones past the trail; what people do stands in it, without the amounts.
/// </summary>
internal sealed class CareItem : IVersioned
{
    public required CareItemId Id { get; init; }

    public required CustomerId CustomerId { get; set; }

    /// <summary>A code of the policy's kinds.</summary>
    public required string Kind { get; init; }

    /// <summary>A code of the policy's lines; null where somebody planned it.</summary>
    public string? Line { get; set; }

    public CareTrigger? Trigger { get; init; }

    /// <summary>No customer has two of one kind for the same occasion.</summary>
    public required string Occasion { get; init; }

    /// <summary>The birthday, the holiday.</summary>
    public DateOnly? OccasionOn { get; set; }

    /// <summary>Planned by somebody: no run changes it or takes it back.</summary>
    public bool IsByHand { get; init; }

    public required DateOnly MadeOn { get; init; }

    public required DateOnly DueOn { get; set; }

    public CareState State { get; set; }

    public ContactId? ContactId { get; set; }

    public PersonId? SponsorId { get; set; }

    /// <summary>The customer's, as of the last night while it was open.</summary>
    public string? Grade { get; set; }

    /// <summary>Of this deed; null is no limit.</summary>
    public Money? Budget { get; set; }

    /// <summary>What is to be done.</summary>
    public string? Note { get; init; }

    /// <summary>To how many superiors it has gone.</summary>
    [NotAudited]
    public int Level { get; set; }

    /// <summary>Who has been told that it is due.</summary>
    [NotAudited]
    public PersonId? ToldId { get; set; }

    /// <summary>On which it was done or passed over.</summary>
    public DateOnly? ClosedOn { get; set; }

    public PersonId? ClosedById { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>What came of it; why it was passed over.</summary>
    public string? Result { get; set; }

    [Secret]
    public Money GiftCost { get; set; }

    [Secret]
    public Money BanquetCost { get; set; }

    [Secret]
    public Money TravelCost { get; set; }

    [Secret]
    public Money OtherCost { get; set; }

    /// <summary>Why it cost more than its budget.</summary>
    public string? OverBudgetReason { get; set; }

    /// <summary>From 1 to 10.</summary>
    public int? Score { get; set; }

    public string? Remark { get; set; }

    /// <summary>The last closed one of its customer and kind: what the next is counted from.</summary>
    [NotAudited]
    public bool IsLatest { get; set; }

    public int Version { get; set; } = 1;

    public Money Cost => GiftCost + BanquetCost + TravelCost + OtherCost;
}

/// <summary>One planning of the whole house.</summary>
[NotAudited]
internal sealed class CareRun
{
    /// <summary>From 1; unique, so that of two at once one begins anew.</summary>
    public required int Number { get; init; }

    public required DateOnly On { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Customers { get; init; }

    public required int Made { get; init; }

    public required int Changed { get; init; }

    public required int TakenBack { get; init; }

    public required int Escalated { get; set; }

    public required int Milliseconds { get; set; }
}

internal sealed class CarePolicyTable : IEntityTypeConfiguration<CarePolicy>
{
    public void Configure(EntityTypeBuilder<CarePolicy> table)
    {
        table.ToTable("customers_care_policy");
        table.Property(policy => policy.Body).HasMaxLength(200_000);
        table.Property(policy => policy.Version).IsConcurrencyToken();
        table.HasIndex(policy => policy.First).IsUnique();
        table.Ignore(policy => policy.Spec);
    }
}

internal sealed class CareItemTable : IEntityTypeConfiguration<CareItem>
{
    public void Configure(EntityTypeBuilder<CareItem> table)
    {
        table.ToTable("customers_care_item");
        table.Property(item => item.Kind).HasMaxLength(40);
        table.Property(item => item.Line).HasMaxLength(40);
        table.Property(item => item.Occasion).HasMaxLength(120);
        table.Property(item => item.Grade).HasMaxLength(4);
        table.Property(item => item.Note).HasMaxLength(500);
        table.Property(item => item.Result).HasMaxLength(1000);
        table.Property(item => item.OverBudgetReason).HasMaxLength(500);
        table.Property(item => item.Remark).HasMaxLength(1000);
        table.Property(item => item.Version).IsConcurrencyToken();
        table.Ignore(item => item.Cost);
        table.HasIndex(item => new { item.CustomerId, item.Kind, item.Occasion }).IsUnique();
        table.HasIndex(item => new { item.State, item.DueOn });
        table.HasIndex(item => item.ClosedOn);
        table.HasIndex(item => new { item.IsLatest, item.CustomerId });
        table.HasIndex(item => item.OccasionOn);
        table.HasOne<Customer>().WithMany().HasForeignKey(item => item.CustomerId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Contact>().WithMany().HasForeignKey(item => item.ContactId).OnDelete(DeleteBehavior.SetNull);
        table.RefersToPerson(item => item.SponsorId);
        table.RefersToPerson(item => item.ClosedById);
        table.RefersToPerson(item => item.ToldId);
    }
}

internal sealed class CareRunTable : IEntityTypeConfiguration<CareRun>
{
    public void Configure(EntityTypeBuilder<CareRun> table)
    {
        table.ToTable("customers_care_run");
        table.HasKey(run => run.Number);
        table.Property(run => run.Number).ValueGeneratedNever();
    }
}
