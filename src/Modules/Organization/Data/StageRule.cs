using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

/// <summary>Where the stages of service end, from a day until the next rule's day. Never changed once it holds.</summary>
[HouseData]
internal sealed class StageRule : IHoldsFromDay
{
    public required StageRuleId Id { get; init; }

    public required DateOnly First { get; init; }

    public required int SurvivalMonths { get; init; }

    public required int GrowthMonths { get; init; }
}

internal sealed class StageRuleTable : IEntityTypeConfiguration<StageRule>
{
    public void Configure(EntityTypeBuilder<StageRule> table)
    {
        table.ToTable("organization_stage_rule");
        table.HasIndex(rule => rule.First).IsUnique();
    }
}
