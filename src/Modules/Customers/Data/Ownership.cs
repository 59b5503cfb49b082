using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>
/// Whose a customer was from when to when, and why it came to that. The spells of one customer follow each other without a gap, from his entry to now;
/// the last one is open. The trail tells the customer's owner; these tell the past.
/// </summary>
[NotAudited]
internal sealed class OwnershipSpell : IPartOfRecord
{
    public required CustomerId CustomerId { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    /// <summary>Null is nobody's: in a pool, or entered without one.</summary>
    public PersonId? OwnerId { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>The business day of <see cref="Since"/>.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Not included; null is to this day.</summary>
    public DateTimeOffset? Until { get; set; }

    public required OwnershipCause Cause { get; init; }

    public string? Reason { get; init; }

    /// <summary>Who brought it about; null is the house by its rules.</summary>
    public PersonId? ById { get; init; }

    /// <summary>The dispute that was ruled so.</summary>
    public DisputeId? DisputeId { get; init; }
}

/// <summary>The part of somebody in a customer who is several people's; those that hold at one time come to 100 %, the owner's among them.</summary>
internal sealed class CustomerShare : IPartOfRecord
{
    public required CustomerShareId Id { get; init; }

    public required CustomerId CustomerId { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    public required PersonId PersonId { get; init; }

    public required Rate Share { get; init; }

    /// <summary>By the rules of the house.</summary>
    public bool MayEdit { get; set; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>The business day of <see cref="Since"/>.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Not included; null is to this day.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>The import it came with.</summary>
    public Guid? ImportId { get; init; }
}

/// <summary>What the house decides of ownership, from a day until the next version's day. Never changed once it holds.</summary>
[HouseData]
internal sealed class OwnershipRuleSet : IHoldsFromDay
{
    public required OwnershipRulesId Id { get; init; }

    public required DateOnly First { get; init; }

    /// <summary><see cref="OwnershipRules"/> as JSON.</summary>
    public required string Rules { get; init; }

    public PersonId? ById { get; init; }
}

internal sealed class OwnershipSpellTable : IEntityTypeConfiguration<OwnershipSpell>
{
    public void Configure(EntityTypeBuilder<OwnershipSpell> table)
    {
        table.ToTable("customers_ownership");
        table.HasKey(spell => new { spell.CustomerId, spell.Line });
        table.Property(spell => spell.Reason).HasMaxLength(500);
        // At most one that is open: the database sees to it.
        table.HasIndex(spell => spell.CustomerId).IsUnique().HasFilter("until IS NULL").HasDatabaseName("ix_customers_ownership_open");
        table.HasIndex(spell => new { spell.OwnerId, spell.On });
        table.HasOne<Customer>().WithMany().HasForeignKey(spell => spell.CustomerId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(spell => spell.OwnerId);
        table.RefersToPerson(spell => spell.ById);
    }
}

internal sealed class CustomerShareTable : IEntityTypeConfiguration<CustomerShare>
{
    public void Configure(EntityTypeBuilder<CustomerShare> table)
    {
        table.ToTable("customers_share");
        table.HasIndex(share => new { share.CustomerId, share.Line }).IsUnique();
        table.HasIndex(share => new { share.PersonId, share.Until });
        table.HasIndex(share => new { share.CustomerId, share.PersonId }).IsUnique().HasFilter("until IS NULL");
        table.RefersToPerson(share => share.PersonId);
    }
}

internal sealed class OwnershipRuleSetTable : IEntityTypeConfiguration<OwnershipRuleSet>
{
    public void Configure(EntityTypeBuilder<OwnershipRuleSet> table)
    {
        table.ToTable("customers_ownership_rules");
        table.Property(rules => rules.Rules).HasMaxLength(50_000);
        table.HasIndex(rules => rules.First).IsUnique();
        table.RefersToPerson(rules => rules.ById);
    }
}
