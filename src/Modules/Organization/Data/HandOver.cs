using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

/// <summary>What was passed on, by whom and when; a leaver may hand over in several steps.</summary>
internal sealed class HandOver : IOwned<HandOver>
{
    public required HandOverId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateOnly LastDay { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AccountId ById { get; init; }

    public required string ByName { get; init; }

    public List<HandOverLine> Lines { get; init; } = [];

    static Expression<Func<HandOver, PersonId?>> IOwned<HandOver>.Owner { get; } = handOver => handOver.PersonId;
}

internal sealed class HandOverLine
{
    public required HandOverId HandOverId { get; init; }

    public required int Line { get; init; }

    public required string Kind { get; init; }

    public required PersonId ToId { get; init; }

    public required int Count { get; init; }
}

internal sealed class HandOverTable : IEntityTypeConfiguration<HandOver>
{
    public void Configure(EntityTypeBuilder<HandOver> table)
    {
        table.ToTable("organization_hand_over");
        table.Property(handOver => handOver.ByName).HasMaxLength(100);
        table.HasIndex(handOver => new { handOver.PersonId, handOver.At });
        table.RefersToPerson(handOver => handOver.PersonId);
        table.HasMany(handOver => handOver.Lines).WithOne().HasForeignKey(line => line.HandOverId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class HandOverLineTable : IEntityTypeConfiguration<HandOverLine>
{
    public void Configure(EntityTypeBuilder<HandOverLine> table)
    {
        table.ToTable("organization_hand_over_line");
        table.HasKey(line => new { line.HandOverId, line.Line });
        table.Property(line => line.Kind).HasMaxLength(40);
        table.RefersToPerson(line => line.ToId);
    }
}
