using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Territories.Balance.Rules;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Data;

/// <summary>What-if moves between territories, kept to be compared; once applied it is never changed.</summary>
internal sealed class Scenario : IVersioned
{
    public required ScenarioId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>JSON of the moves.</summary>
    public required string Content { get; set; }

    public required DateTimeOffset EditedAt { get; set; }

    public DateTimeOffset? AppliedAt { get; set; }

    public int? Moved { get; set; }

    public int Version { get; set; } = 1;

    public IReadOnlyList<WhatIf> Moves => JsonSerializer.Deserialize<List<WhatIf>>(Content, JsonTypes.Options) ?? [];
}

internal sealed class ScenarioTable : IEntityTypeConfiguration<Scenario>
{
    public void Configure(EntityTypeBuilder<Scenario> table)
    {
        table.ToTable("territories_scenario");
        table.Property(scenario => scenario.Name).HasMaxLength(60);
        table.Property(scenario => scenario.Version).IsConcurrencyToken();
        table.Ignore(scenario => scenario.Moves);
    }
}
