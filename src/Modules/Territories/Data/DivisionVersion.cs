using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Territories.Dividing.Rules;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Data;

internal enum DivisionState
{
    /// <summary>Being written; decides nothing.</summary>
    Draft,

    /// <summary>Decided, and will be applied on its day.</summary>
    Planned,

    /// <summary>In force: new customers go by it. One at a time.</summary>
    Live,

    /// <summary>Was in force.</summary>
    Retired,
}

/// <summary>A version of the rules by which customers fall into territories. Once decided it is never changed.</summary>
[HouseData]
internal sealed class DivisionVersion : IVersioned
{
    public required DivisionId Id { get; init; }

    /// <summary>1, 2, 3…</summary>
    public required int Number { get; init; }

    public required DivisionState State { get; set; }

    /// <summary>From which it holds.</summary>
    public required DateOnly First { get; set; }

    /// <summary>JSON of the rules.</summary>
    public required string Content { get; set; }

    public string? Remark { get; set; }

    public PersonId? EditedById { get; set; }

    public required DateTimeOffset EditedAt { get; set; }

    public DateTimeOffset? AppliedAt { get; set; }

    /// <summary>How many customers went elsewhere when it was applied.</summary>
    public int? Moved { get; set; }

    public int Version { get; set; } = 1;

    public Division Division => JsonSerializer.Deserialize<Division>(Content, JsonTypes.Options)!;
}

internal sealed class DivisionVersionTable : IEntityTypeConfiguration<DivisionVersion>
{
    public void Configure(EntityTypeBuilder<DivisionVersion> table)
    {
        table.ToTable("territories_division");
        table.Property(division => division.Remark).HasMaxLength(200);
        table.Property(division => division.Version).IsConcurrencyToken();
        table.HasIndex(division => division.Number).IsUnique();
        table.HasIndex(division => division.State);
        table.Ignore(division => division.Division);
        table.RefersToPerson(division => division.EditedById);
    }
}
