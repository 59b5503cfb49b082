using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Public;
using Yingpan.Customers.Warnings.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Data;

/// <summary>By what customers give warnings from a day until the next policy's day. Changed only before that day.</summary>
[HouseData]
internal sealed class WarningPolicy : IVersioned, IHoldsFromDay
{
    public required WarningPolicyId Id { get; init; }

    public required DateOnly First { get; set; }

    /// <summary>JSON of a <see cref="WarningSpec"/> without faults.</summary>
    public required string Body { get; set; }

    public int Version { get; set; } = 1;

    public WarningSpec Spec => JsonSerializer.Deserialize<WarningSpec>(Body, JsonTypes.Options)!;

    public static string Text(WarningSpec spec) => JsonSerializer.Serialize(spec, JsonTypes.Options);
}

internal enum WarningState
{
    /// <summary>Nobody has followed up yet.</summary>
    Open,

    /// <summary>Somebody has; how it ends is open.</summary>
    Followed,

    Closed,
}

internal enum WarningResult
{
    /// <summary>Buys again.</summary>
    WonBack,

    Lost,

    /// <summary>There was nothing.</summary>
    FalseAlarm,
}

/// <summary>A customer who may be leaving: one open at a time for each, with all the signs he gives.</summary>
internal sealed class CustomerWarning : IVersioned
{
    public required WarningId Id { get; init; }

    public required CustomerId CustomerId { get; set; }

    /// <summary>The customer while it is open, and unique: so no two are open for one, whoever opens them.</summary>
    public CustomerId? OpenFor { get; set; }

    public required DateOnly OpenedOn { get; init; }

    /// <summary>The customer's grade when it was opened.</summary>
    public string? Grade { get; init; }

    /// <summary>By when somebody must have followed up.</summary>
    public required DateOnly DueOn { get; init; }

    public required WarningState State { get; set; }

    /// <summary>To how many superiors it has gone.</summary>
    public int Level { get; set; }

    public DateOnly? FollowedOn { get; set; }

    /// <summary>A code of the policy.</summary>
    public string? Cause { get; set; }

    /// <summary>The first order after it was opened: that he is won back is proposed.</summary>
    public DateOnly? ResumedOn { get; set; }

    public WarningResult? Result { get; set; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>What he bought from its opening to its close, when he was won back.</summary>
    public Money WonSales { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>A sign within a warning: each indicator once.</summary>
[NotAudited]
internal sealed class WarningSignal : IPartOfRecord
{
    public required WarningId WarningId { get; init; }

    /// <summary>Of an indicator, or <c>own-</c> and the code of what somebody reported.</summary>
    public required string Indicator { get; init; }

    public required DateOnly FiredOn { get; init; }

    /// <summary>The reading, in thousandths; null for what somebody reported.</summary>
    public long? ReadingE3 { get; init; }

    public long? ThresholdE3 { get; init; }

    /// <summary>What it was read from, as JSON.</summary>
    public required string Inputs { get; init; }
}

internal enum WarningLineKind
{
    Opened,
    Signal,
    Reported,
    Followed,
    CauseNamed,
    Measure,
    Escalated,
    Resumed,
    Closed,
}

/// <summary>What was done about a warning. Never changed.</summary>
[NotAudited]
internal sealed class WarningLine : IPartOfRecord
{
    public required WarningId WarningId { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    public required WarningLineKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Null is the product itself.</summary>
    public PersonId? ById { get; init; }

    /// <summary>To whom it went.</summary>
    public PersonId? TargetId { get; init; }

    /// <summary>Of an indicator, a cause, a measure, a result.</summary>
    public string? Code { get; init; }

    /// <summary>What a measure costs.</summary>
    public Money? Cost { get; init; }

    public string? Text { get; init; }
}

/// <summary>The rhythm of the house, as it was fitted on a day.</summary>
[NotAudited]
internal sealed class RhythmFit
{
    public required DateOnly On { get; init; }

    public required double R { get; init; }

    public required double Alpha { get; init; }

    public required double A { get; init; }

    public required double B { get; init; }

    /// <summary>The mean log-likelihood of a customer.</summary>
    public required double Fit { get; init; }

    public required int Customers { get; init; }

    public RhythmParameters Parameters => new(R, Alpha, A, B);
}

internal sealed class WarningPolicyTable : IEntityTypeConfiguration<WarningPolicy>
{
    public void Configure(EntityTypeBuilder<WarningPolicy> table)
    {
        table.ToTable("customers_warning_policy");
        table.Property(policy => policy.Body).HasMaxLength(200_000);
        table.Property(policy => policy.Version).IsConcurrencyToken();
        table.HasIndex(policy => policy.First).IsUnique();
        table.Ignore(policy => policy.Spec);
    }
}

internal sealed class CustomerWarningTable : IEntityTypeConfiguration<CustomerWarning>
{
    public void Configure(EntityTypeBuilder<CustomerWarning> table)
    {
        table.ToTable("customers_warning");
        table.Property(warning => warning.Grade).HasMaxLength(4);
        table.Property(warning => warning.Cause).HasMaxLength(40);
        table.Property(warning => warning.Version).IsConcurrencyToken();
        table.HasIndex(warning => warning.OpenFor).IsUnique();
        table.HasIndex(warning => new { warning.CustomerId, warning.OpenedOn });
        table.HasIndex(warning => warning.OpenedOn);
        table.HasOne<Customer>().WithMany().HasForeignKey(warning => warning.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WarningSignalTable : IEntityTypeConfiguration<WarningSignal>
{
    public void Configure(EntityTypeBuilder<WarningSignal> table)
    {
        table.ToTable("customers_warning_signal");
        table.HasKey(signal => new { signal.WarningId, signal.Indicator });
        table.Property(signal => signal.Indicator).HasMaxLength(50);
        table.Property(signal => signal.Inputs).HasMaxLength(1000);
        table.HasOne<CustomerWarning>().WithMany().HasForeignKey(signal => signal.WarningId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WarningLineTable : IEntityTypeConfiguration<WarningLine>
{
    public void Configure(EntityTypeBuilder<WarningLine> table)
    {
        table.ToTable("customers_warning_line");
        table.HasKey(line => new { line.WarningId, line.Line });
        table.Property(line => line.Code).HasMaxLength(50);
        table.Property(line => line.Text).HasMaxLength(1000);
        table.HasOne<CustomerWarning>().WithMany().HasForeignKey(line => line.WarningId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(line => line.ById);
        table.RefersToPerson(line => line.TargetId);
    }
}

internal sealed class RhythmFitTable : IEntityTypeConfiguration<RhythmFit>
{
    public void Configure(EntityTypeBuilder<RhythmFit> table)
    {
        table.ToTable("customers_rhythm_fit");
        table.HasKey(fit => fit.On);
        table.Ignore(fit => fit.Parameters);
    }
}
