using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>How a customer stands by the last run. What somebody set by hand lies in <see cref="GradeOverride"/>: neither writes the other's rows.</summary>
[NotAudited]
internal sealed class CustomerGrade : IPartOfRecord
{
    public required CustomerId CustomerId { get; init; }

    public string? Value { get; init; }

    public string? Intent { get; init; }

    public string? Risk { get; init; }

    public string? Partner { get; init; }

    /// <summary>343: recency, frequency, monetary value; null for who never bought.</summary>
    public int? Rfm { get; init; }

    public RfmSegment? Segment { get; init; }

    /// <summary>Sales in the window of the policy.</summary>
    public Money Sales { get; init; }

    public DateOnly? LastOrderOn { get; init; }

    /// <summary>Points and where they are from, as <see cref="Grading.StoredCards"/> writes them.</summary>
    public required string Cards { get; init; }

    /// <summary>Null is what holds in a house that has said nothing.</summary>
    public GradingPolicyId? PolicyId { get; init; }

    /// <summary>The day the figures are of. A row that a run would write alike again stays as it is.</summary>
    public required DateOnly ComputedOn { get; init; }
}

/// <summary>How a customer stood from a day on: written whenever one of his grades changes; of several runs in a day the last one stays.</summary>
[NotAudited]
internal sealed class GradeLine : IPartOfRecord
{
    public required CustomerId CustomerId { get; init; }

    public required DateOnly On { get; init; }

    public string? Value { get; init; }

    public string? Intent { get; init; }

    public string? Risk { get; init; }

    public string? Partner { get; init; }

    public RfmSegment? Segment { get; init; }

    public required string Cards { get; init; }

    public GradingPolicyId? PolicyId { get; init; }
}

/// <summary>One run over the whole house. Its number is what two runs at once fall out about: the second one begins anew.</summary>
[NotAudited]
internal sealed class GradingRun
{
    public required int Number { get; init; }

    public required DateOnly On { get; init; }

    public required DateTimeOffset At { get; init; }

    public GradingPolicyId? PolicyId { get; init; }

    public required int Customers { get; init; }

    /// <summary>Of whom a grade changed.</summary>
    public required int Changed { get; init; }

    public required int Milliseconds { get; init; }

    /// <summary>Where the scores of recency, frequency and value were cut, as JSON.</summary>
    public required string Cuts { get; init; }
}

/// <summary>A grade set by hand: it holds instead of the computed one, from the day it was set until its last day.</summary>
internal sealed class GradeOverride : IVersioned
{
    public required GradeOverrideId Id { get; init; }

    public required CustomerId CustomerId { get; set; }

    public required Scorecard Card { get; init; }

    public required string Grade { get; init; }

    public required string Reason { get; init; }

    public required DateOnly First { get; init; }

    /// <summary>The last day, included.</summary>
    public required DateOnly Until { get; set; }

    public required PersonId? ById { get; init; }

    public int Version { get; set; } = 1;
}

/// <summary>What somebody entered for a criterion of a customer. The newest counts; the others stay.</summary>
internal sealed class GradeMark
{
    public required GradeMarkId Id { get; init; }

    public required CustomerId CustomerId { get; set; }

    public required string Criterion { get; init; }

    public required int Points { get; init; }

    public required DateOnly On { get; init; }

    public string? Note { get; init; }

    public required PersonId? ById { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class CustomerGradeTable : IEntityTypeConfiguration<CustomerGrade>
{
    public void Configure(EntityTypeBuilder<CustomerGrade> table)
    {
        table.ToTable("customers_grade");
        table.HasKey(grade => grade.CustomerId);
        table.Property(grade => grade.CustomerId).ValueGeneratedNever();
        table.Property(grade => grade.Value).HasMaxLength(4);
        table.Property(grade => grade.Intent).HasMaxLength(4);
        table.Property(grade => grade.Risk).HasMaxLength(4);
        table.Property(grade => grade.Partner).HasMaxLength(4);
        table.HasIndex(grade => grade.Segment);
        table.HasOne<Customer>().WithOne().HasForeignKey<CustomerGrade>(grade => grade.CustomerId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<GradingPolicy>().WithMany().HasForeignKey(grade => grade.PolicyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GradeLineTable : IEntityTypeConfiguration<GradeLine>
{
    public void Configure(EntityTypeBuilder<GradeLine> table)
    {
        table.ToTable("customers_grade_line");
        table.HasKey(line => new { line.CustomerId, line.On });
        table.Property(line => line.Value).HasMaxLength(4);
        table.Property(line => line.Intent).HasMaxLength(4);
        table.Property(line => line.Risk).HasMaxLength(4);
        table.Property(line => line.Partner).HasMaxLength(4);
        // No key to the customer: every line is written beside his grade, whose own key is looked at already, and each look is a fifth of a run's
        // writing. Whoever deletes a customer takes the lines away, under his lock.
        table.HasOne<GradingPolicy>().WithMany().HasForeignKey(line => line.PolicyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GradingRunTable : IEntityTypeConfiguration<GradingRun>
{
    public void Configure(EntityTypeBuilder<GradingRun> table)
    {
        table.ToTable("customers_grading_run");
        table.HasKey(run => run.Number);
        table.Property(run => run.Number).ValueGeneratedNever();
        table.HasOne<GradingPolicy>().WithMany().HasForeignKey(run => run.PolicyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GradeOverrideTable : IEntityTypeConfiguration<GradeOverride>
{
    public void Configure(EntityTypeBuilder<GradeOverride> table)
    {
        table.ToTable("customers_grade_override");
        table.Property(one => one.Grade).HasMaxLength(4);
        table.Property(one => one.Reason).HasMaxLength(200);
        table.Property(one => one.Version).IsConcurrencyToken();
        table.HasIndex(one => new { one.CustomerId, one.Card, one.Until });
        table.HasOne<Customer>().WithMany().HasForeignKey(one => one.CustomerId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(one => one.ById);
    }
}

internal sealed class GradeMarkTable : IEntityTypeConfiguration<GradeMark>
{
    public void Configure(EntityTypeBuilder<GradeMark> table)
    {
        table.ToTable("customers_grade_mark");
        table.Property(mark => mark.Criterion).HasMaxLength(40);
        table.Property(mark => mark.Note).HasMaxLength(200);
        table.HasIndex(mark => new { mark.CustomerId, mark.Criterion, mark.On });
        table.HasOne<Customer>().WithMany().HasForeignKey(mark => mark.CustomerId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(mark => mark.ById);
    }
}
