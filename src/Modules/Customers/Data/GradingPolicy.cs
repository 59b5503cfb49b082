using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Data;

/// <summary>By what customers are graded from a day until the next policy's day. Changed only before that day.</summary>
[HouseData]
internal sealed class GradingPolicy : IVersioned, IHoldsFromDay
{
    public required GradingPolicyId Id { get; init; }

    public required DateOnly First { get; set; }

    /// <summary>JSON of a <see cref="GradingSpec"/> without faults.</summary>
    public required string Body { get; set; }

    public int Version { get; set; } = 1;

    public GradingSpec Spec => JsonSerializer.Deserialize<GradingSpec>(Body, JsonTypes.Options)!;

    public static string Text(GradingSpec spec) => JsonSerializer.Serialize(spec, JsonTypes.Options);
}

internal sealed class GradingPolicyTable : IEntityTypeConfiguration<GradingPolicy>
{
    public void Configure(EntityTypeBuilder<GradingPolicy> table)
    {
        table.ToTable("customers_grading_policy");
        table.Property(policy => policy.Body).HasMaxLength(200_000);
        table.Property(policy => policy.Version).IsConcurrencyToken();
        table.HasIndex(policy => policy.First).IsUnique();
        table.Ignore(policy => policy.Spec);
    }
}
