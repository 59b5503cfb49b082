using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Data;

/// <summary>Where customers of nobody's wait for somebody to take them up.</summary>
[HouseData]
internal sealed class Pool : IVersioned
{
    public required PoolId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Customers of that territory and all below it; null is any.</summary>
    public TerritoryId? TerritoryId { get; set; }

    /// <summary>Customers who were last with somebody of that unit or one below it; null is any.</summary>
    public UnitId? UnitId { get; set; }

    public required int Order { get; set; }

    public int Version { get; set; } = 1;

    public List<PoolAccess> Access { get; init; } = [];
}

/// <summary>Who may see a pool, and claim from it. A pool without a line is open to everybody who may claim at all.</summary>
[HouseData]
internal sealed class PoolAccess : IPartOfRecord
{
    public required PoolId PoolId { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    /// <summary>That unit and all below it; null is any.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>Null is any.</summary>
    public PositionId? PositionId { get; init; }

    public required bool MayClaim { get; init; }
}

/// <summary>Somebody looked at a customer of a pool that day: counted, not more than the house lets him.</summary>
[NotAudited]
internal sealed class PoolLook : IPartOfRecord
{
    public required PersonId PersonId { get; init; }

    public required DateOnly On { get; init; }

    public required CustomerId CustomerId { get; init; }
}

/// <summary>One night's work of taking customers back: one for each business day, however often and by how many processes it is started.</summary>
[NotAudited]
internal sealed class RecyclingRun
{
    public required RecyclingRunId Id { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it goes on, or where it was killed and nobody has taken it up.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Owners who were told of what is to come.</summary>
    public int Reminded { get; set; }
}

/// <summary>A customer taken back by a run, and why.</summary>
[NotAudited]
internal sealed class RecycledCustomer : IPartOfRecord
{
    public required RecyclingRunId RunId { get; init; }

    public required CustomerId CustomerId { get; init; }

    /// <summary>Written together; from 1.</summary>
    public required int Batch { get; init; }

    public required RecyclingCause Cause { get; init; }

    public required PersonId OwnerId { get; init; }

    public PoolId? PoolId { get; init; }
}

/// <summary>That an owner was told of the day on which a customer would go: once for each customer and day.</summary>
[NotAudited]
internal sealed class RecyclingReminder : IPartOfRecord
{
    public required CustomerId CustomerId { get; init; }

    public required DateOnly DueOn { get; init; }
}

internal sealed class PoolTable : IEntityTypeConfiguration<Pool>
{
    public void Configure(EntityTypeBuilder<Pool> table)
    {
        table.ToTable("customers_pool");
        table.Property(pool => pool.Name).HasMaxLength(60);
        table.Property(pool => pool.Version).IsConcurrencyToken();
        table.HasIndex(pool => pool.Name).IsUnique();
        table.RefersToTerritory(pool => pool.TerritoryId);
        table.RefersToUnit(pool => pool.UnitId);
        table.HasMany(pool => pool.Access).WithOne().HasForeignKey(access => access.PoolId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PoolAccessTable : IEntityTypeConfiguration<PoolAccess>
{
    public void Configure(EntityTypeBuilder<PoolAccess> table)
    {
        table.ToTable("customers_pool_access");
        table.HasKey(access => new { access.PoolId, access.Line });
        table.RefersToUnit(access => access.UnitId);
        table.RefersToPosition(access => access.PositionId);
    }
}

internal sealed class PoolLookTable : IEntityTypeConfiguration<PoolLook>
{
    public void Configure(EntityTypeBuilder<PoolLook> table)
    {
        table.ToTable("customers_pool_look");
        table.HasKey(look => new { look.PersonId, look.On, look.CustomerId });
        table.HasOne<Customer>().WithMany().HasForeignKey(look => look.CustomerId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(look => look.PersonId);
    }
}

internal sealed class RecyclingRunTable : IEntityTypeConfiguration<RecyclingRun>
{
    public void Configure(EntityTypeBuilder<RecyclingRun> table)
    {
        table.ToTable("customers_recycling_run");
        table.HasIndex(run => run.Day).IsUnique();
    }
}

internal sealed class RecycledCustomerTable : IEntityTypeConfiguration<RecycledCustomer>
{
    public void Configure(EntityTypeBuilder<RecycledCustomer> table)
    {
        table.ToTable("customers_recycled");
        table.HasKey(one => new { one.RunId, one.CustomerId });
        table.HasIndex(one => new { one.RunId, one.Batch });
        table.HasOne<RecyclingRun>().WithMany().HasForeignKey(one => one.RunId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Customer>().WithMany().HasForeignKey(one => one.CustomerId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(one => one.OwnerId);
    }
}

internal sealed class RecyclingReminderTable : IEntityTypeConfiguration<RecyclingReminder>
{
    public void Configure(EntityTypeBuilder<RecyclingReminder> table)
    {
        table.ToTable("customers_recycling_reminder");
        table.HasKey(one => new { one.CustomerId, one.DueOn });
        table.HasOne<Customer>().WithMany().HasForeignKey(one => one.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }
}
