using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Collaboration.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.Data;

/// <summary>When people are reminded and what is passed further up, from a day until the next policy's day. Never changed once it holds.</summary>
[HouseData]
internal sealed class Policy : IHoldsFromDay
{
    public required CollaborationPolicyId Id { get; init; }

    public required DateOnly First { get; init; }

    /// <summary>Working days before a task is due at which its owner is reminded; 0 on the day itself.</summary>
    public required int RemindBefore { get; init; }

    /// <summary>Days between reminders of what is overdue.</summary>
    public required int RemindEvery { get; init; }

    /// <summary>Working days overdue after which an issue goes to the superior of its owner, and again so many later to the next.</summary>
    public required int EscalateAfter { get; init; }

    /// <summary>Days ahead for which meetings of a series are made.</summary>
    public required int MeetingsAhead { get; init; }

    /// <summary>What holds where a house has said nothing.</summary>
    public static Policy Usual { get; } = new() { Id = default, First = new DateOnly(1900, 1, 1), RemindBefore = 1, RemindEvery = 1, EscalateAfter = 3, MeetingsAhead = 14 };
}

internal sealed class PolicyMap : IEntityTypeConfiguration<Policy>
{
    public void Configure(EntityTypeBuilder<Policy> table)
    {
        table.ToTable("collaboration_policy");
        table.HasIndex(policy => policy.First).IsUnique();
    }
}
