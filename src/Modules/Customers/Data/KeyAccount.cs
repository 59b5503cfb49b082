using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>A customer whom a senior looks after beside the rep, from day to day. Another sponsor or rhythm is another row.</summary>
internal sealed class KeyAccount : IVersioned
{
    public required KeyAccountId Id { get; init; }

    public required CustomerId CustomerId { get; set; }

    /// <summary>The customer while he is one, and unique.</summary>
    public CustomerId? NowFor { get; set; }

    public required PersonId SponsorId { get; init; }

    /// <summary>Days within which somebody must have been in contact with him.</summary>
    public required int CadenceDays { get; init; }

    public string? Note { get; init; }

    public required DateOnly First { get; init; }

    /// <summary>The last day, included; null while he is one.</summary>
    public DateOnly? Last { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>A big customer of the industry who has never bought and is kept in sight.</summary>
internal sealed class WatchedCustomer
{
    public required CustomerId CustomerId { get; init; }

    public required DateOnly Since { get; init; }

    public required string Reason { get; init; }

    public required PersonId? ById { get; init; }
}

/// <summary>By what customers are compared.</summary>
internal enum ParetoBy
{
    Sales,
    Collections,
    Margin,
}

/// <summary>What key accounts go by from a day on: the share of the whole that the few make, and of which whole.</summary>
[HouseData]
internal sealed class KeyAccountPolicy : IHoldsFromDay
{
    public required DateOnly First { get; init; }

    /// <summary>0.8 of 80/20.</summary>
    public required Rate Cut { get; init; }

    public ParetoBy Basis { get; init; }

    public required int CadenceDays { get; init; }

    public static KeyAccountPolicy Usual { get; } = new() { First = new DateOnly(1900, 1, 1), Cut = new Rate(800_000), CadenceDays = 30 };
}

internal sealed class KeyAccountTable : IEntityTypeConfiguration<KeyAccount>
{
    public void Configure(EntityTypeBuilder<KeyAccount> table)
    {
        table.ToTable("customers_key_account");
        table.Property(account => account.Note).HasMaxLength(200);
        table.Property(account => account.Version).IsConcurrencyToken();
        table.HasIndex(account => account.NowFor).IsUnique();
        table.HasIndex(account => new { account.CustomerId, account.First });
        table.HasOne<Customer>().WithMany().HasForeignKey(account => account.CustomerId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(account => account.SponsorId);
    }
}

internal sealed class WatchedCustomerTable : IEntityTypeConfiguration<WatchedCustomer>
{
    public void Configure(EntityTypeBuilder<WatchedCustomer> table)
    {
        table.ToTable("customers_watched");
        table.HasKey(watched => watched.CustomerId);
        table.Property(watched => watched.CustomerId).ValueGeneratedNever();
        table.Property(watched => watched.Reason).HasMaxLength(200);
        table.HasOne<Customer>().WithOne().HasForeignKey<WatchedCustomer>(watched => watched.CustomerId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(watched => watched.ById);
    }
}

internal sealed class KeyAccountPolicyTable : IEntityTypeConfiguration<KeyAccountPolicy>
{
    public void Configure(EntityTypeBuilder<KeyAccountPolicy> table)
    {
        table.ToTable("customers_key_account_policy");
        table.HasKey(policy => policy.First);
    }
}
