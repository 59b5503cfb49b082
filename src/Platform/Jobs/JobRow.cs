using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Jobs;

/// <summary>
/// A job that was asked for and is not yet with the scheduler. Written by the transaction that calls for it, so that neither can be
/// there without the other; it lives for milliseconds, or until the next start when the process dies in them.
/// </summary>
[NotAudited]
internal sealed class JobRow
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>JSON.</summary>
    public required string Data { get; init; }

    public required Guid AccountId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class JobRowTable : IEntityTypeConfiguration<JobRow>
{
    public void Configure(EntityTypeBuilder<JobRow> table)
    {
        table.ToTable("platform_job");
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Kind).HasMaxLength(60);
        table.HasIndex(row => row.At);
    }
}
