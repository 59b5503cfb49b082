using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Data;

/// <summary>What the house decides of duplicates: one row, from its first change on; before that <see cref="Usual"/>. The audit trail keeps what was.</summary>
[HouseData]
internal sealed class IdentityPolicy : IVersioned
{
    public const int TheOne = 1;

    public static readonly DuplicateRules Usual = new(
        DuplicateRule.Block, DuplicateRule.Reason, DuplicateRule.Reason, DuplicateRule.Show, DuplicateRule.Show, new Rate(860_000), new Rate(700_000));

    public int Id { get; init; } = TheOne;

    public DuplicateRule Name { get; set; }

    public DuplicateRule SimilarName { get; set; }

    public DuplicateRule Phone { get; set; }

    public DuplicateRule Domain { get; set; }

    public DuplicateRule Address { get; set; }

    public Rate SimilarFrom { get; set; }

    public Rate ShownFrom { get; set; }

    /// <summary>Of the words names are told by, what the house has added and taken out, as JSON.</summary>
    public string Words { get; set; } = "[]";

    public int Version { get; set; } = 1;

    public DuplicateRules Rules => new(Name, SimilarName, Phone, Domain, Address, SimilarFrom, ShownFrom);

    public IReadOnlyList<NameWordChange> WordChanges => JsonSerializer.Deserialize<List<NameWordChange>>(Words, JsonTypes.Options) ?? [];
}

internal sealed class IdentityPolicyTable : IEntityTypeConfiguration<IdentityPolicy>
{
    public void Configure(EntityTypeBuilder<IdentityPolicy> table)
    {
        table.ToTable("customers_identity_policy");
        table.Property(policy => policy.Id).ValueGeneratedNever();
        table.Property(policy => policy.Words).HasMaxLength(100_000);
        table.Property(policy => policy.Version).IsConcurrencyToken();
        table.Ignore(policy => policy.Rules);
        table.Ignore(policy => policy.WordChanges);
    }
}
