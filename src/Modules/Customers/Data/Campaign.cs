using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

internal enum CampaignState
{
    Planned,
    Running,

    /// <summary>Takes no more names.</summary>
    Closed,
}

/// <summary>项目: for what names are prepared, from when to when, by whom.</summary>
internal sealed class Campaign : IVersioned, IOwned<Campaign>
{
    public required CampaignId Id { get; init; }

    /// <summary>L-000001 unless the house brings its own.</summary>
    public required string Number { get; init; }

    public required string Name { get; set; }

    public string? Purpose { get; set; }

    public required DateOnly First { get; set; }

    /// <summary>Included; null is until it is closed.</summary>
    public DateOnly? Last { get; set; }

    /// <summary>Who answers for it.</summary>
    public required PersonId OwnerId { get; set; }

    public required CampaignState State { get; set; }

    /// <summary>What is to be sold.</summary>
    public string? Products { get; set; }

    /// <summary>Where the customers are looked for: industries, places.</summary>
    public string? Industries { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; } = 1;

    public List<CampaignPart> Parts { get; init; } = [];

    static Expression<Func<Campaign, PersonId?>> IOwned<Campaign>.Owner { get; } = campaign => campaign.OwnerId;
}

/// <summary>Who prepares names for it: a person, or the people of a unit and of all below it. A campaign without a line takes names of everybody.</summary>
internal sealed class CampaignPart : IPartOfRecord
{
    public required CampaignId CampaignId { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    public PersonId? PersonId { get; init; }

    public UnitId? UnitId { get; init; }
}

internal sealed class CampaignTable : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> table)
    {
        table.ToTable("customers_campaign");
        table.Property(campaign => campaign.Number).HasMaxLength(40);
        table.Property(campaign => campaign.Name).HasMaxLength(80);
        table.Property(campaign => campaign.Purpose).HasMaxLength(1000);
        table.Property(campaign => campaign.Products).HasMaxLength(200);
        table.Property(campaign => campaign.Industries).HasMaxLength(200);
        table.Property(campaign => campaign.Version).IsConcurrencyToken();
        table.HasIndex(campaign => campaign.Number).IsUnique();
        table.HasIndex(campaign => campaign.OwnerId);
        table.RefersToPerson(campaign => campaign.OwnerId);
        table.HasMany(campaign => campaign.Parts).WithOne().HasForeignKey(part => part.CampaignId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CampaignPartTable : IEntityTypeConfiguration<CampaignPart>
{
    public void Configure(EntityTypeBuilder<CampaignPart> table)
    {
        table.ToTable("customers_campaign_part");
        table.HasKey(part => new { part.CampaignId, part.Line });
        table.HasIndex(part => part.PersonId);
        table.RefersToPerson(part => part.PersonId);
        table.RefersToUnit(part => part.UnitId);
    }
}
