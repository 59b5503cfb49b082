using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

/// <summary>Somebody asks to be away. Once it is agreed to, a <see cref="LeaveEntry"/> stands beside it, which attendance goes by.</summary>
internal sealed class LeaveApplication : IVersioned
{
    public required LeaveApplicationId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required LeaveKindId KindId { get; set; }

    public required DateOnly First { get; set; }

    public bool StartsAtNoon { get; set; }

    public required DateOnly Last { get; set; }

    public bool EndsAtNoon { get; set; }

    /// <summary>Working days of his calendar, in halves, as it was when he asked.</summary>
    public required Quantity Days { get; set; }

    public required string Reason { get; set; }

    /// <summary>Who acts for him on those days, once it is agreed to; null where he named nobody.</summary>
    public PersonId? DeputyId { get; set; }

    /// <summary>His first day back, where he came before the leave was over; null where it ran as agreed.</summary>
    public DateOnly? BackOn { get; set; }

    public required LeaveApplicationState State { get; set; }

    public required DateTimeOffset AskedAt { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class LeaveApplicationTable : IEntityTypeConfiguration<LeaveApplication>
{
    public void Configure(EntityTypeBuilder<LeaveApplication> table)
    {
        table.ToTable("organization_leave_application");
        table.Property(application => application.Reason).HasMaxLength(500);
        table.Property(application => application.Version).IsConcurrencyToken();
        table.HasIndex(application => new { application.PersonId, application.First });
        table.RefersToPerson(application => application.PersonId);
        table.RefersToPerson(application => application.DeputyId);
        table.HasOne<LeaveKind>().WithMany().HasForeignKey(application => application.KindId).OnDelete(DeleteBehavior.Restrict);
    }
}
