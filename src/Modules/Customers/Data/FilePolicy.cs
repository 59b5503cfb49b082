using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Completeness.Rules;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Data;

/// <summary>
/// What the house asks of its customer files from a month on: how much each field counts, and who needs a review card each month. The row of a
/// month that is over is never changed.
/// </summary>
[HouseData]
internal sealed class FilePolicy : IVersioned
{
    /// <summary>From this month on, until that of the next row.</summary>
    public required Month First { get; init; }

    /// <summary>JSON: field → weight.</summary>
    public required string Weights { get; set; }

    /// <summary>JSON: the states in which a customer needs a review card.</summary>
    public required string ReviewStates { get; set; }

    /// <summary>Only those who have an owner.</summary>
    public required bool ReviewOwnedOnly { get; set; }

    public int Version { get; set; } = 1;

    public IReadOnlyDictionary<string, int> WeightOf => JsonSerializer.Deserialize<Dictionary<string, int>>(Weights, JsonTypes.Options) ?? [];

    public IReadOnlyList<CustomerState> States => JsonSerializer.Deserialize<List<CustomerState>>(ReviewStates, JsonTypes.Options) ?? [];

    /// <summary>What holds where a house has said nothing.</summary>
    public static FilePolicy Usual { get; } = Of(new Month(1900, 1), CompletenessRule.Usual, [CustomerState.Active], ownedOnly: true);

    public static FilePolicy Of(Month first, IReadOnlyDictionary<string, int> weights, IReadOnlyList<CustomerState> states, bool ownedOnly) => new()
    {
        First = first,
        Weights = JsonSerializer.Serialize(weights, JsonTypes.Options),
        ReviewStates = JsonSerializer.Serialize(states, JsonTypes.Options),
        ReviewOwnedOnly = ownedOnly,
    };
}

internal sealed class FilePolicyTable : IEntityTypeConfiguration<FilePolicy>
{
    public void Configure(EntityTypeBuilder<FilePolicy> table)
    {
        table.ToTable("customers_file_policy");
        table.HasKey(policy => policy.First);
        table.Property(policy => policy.First).ValueGeneratedNever();
        table.Property(policy => policy.Weights).HasMaxLength(4000);
        table.Property(policy => policy.ReviewStates).HasMaxLength(200);
        table.Property(policy => policy.Version).IsConcurrencyToken();
        table.Ignore(policy => policy.WeightOf);
        table.Ignore(policy => policy.States);
    }
}

internal static class FilePolicies
{
    public static ValueTask<FilePolicy> FilePolicyOf(this AppDb db, Month month, CancellationToken cancel) => db.FromHouse(async () =>
        await db.Set<FilePolicy>().AsNoTracking().Where(policy => policy.First <= month).OrderByDescending(policy => policy.First).FirstOrDefaultAsync(cancel) ?? FilePolicy.Usual, month);
}
