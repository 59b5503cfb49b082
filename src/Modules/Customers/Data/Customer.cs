using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Data;

internal enum CustomerState
{
    /// <summary>Never bought.</summary>
    Prospect,

    /// <summary>Buys.</summary>
    Active,

    /// <summary>Bought once, buys no more.</summary>
    Lost,
}

/// <summary>An organisation we sell to or want to sell to.</summary>
internal sealed class Customer : IVersioned, IOwned<Customer>
{
    public required CustomerId Id { get; init; }

    /// <summary>C-000001 unless the house brings its own.</summary>
    public required string Number { get; init; }

    /// <summary>Full name of the organisation.</summary>
    public required string Name { get; set; }

    private PersonId? ownerId;

    /// <summary>The rep whose customer it is; null is nobody's. Changed by <see cref="BelongTo"/> only, which only <see cref="Ownership.Ownerships"/> calls.</summary>
    public PersonId? OwnerId
    {
        get => ownerId;
        init => ownerId = value;
    }

    /// <summary>The business day on which he came to his owner.</summary>
    public DateOnly? OwnedOn { get; private set; }

    /// <summary>As given when he came to his owner, or granted since; included. What is done with him may protect him longer.</summary>
    public DateOnly? ProtectedUntil { get; set; }

    /// <summary>Where he waits while he is nobody's; null where no pool takes him.</summary>
    public PoolId? PoolId { get; set; }

    /// <summary>Never taken back by the rules: a key customer.</summary>
    public bool IsExempt { get; set; }

    public TerritoryId? TerritoryId { get; set; }

    public required CustomerState State { get; set; }

    public string? Industry { get; set; }

    public string? City { get; set; }

    public string? ContactName { get; set; }

    /// <summary>Shown masked to those who may not edit the customer; in the trail only as changed.</summary>
    [Secret]
    public string? Phone { get; set; }

    /// <summary>Unified social credit code, or the registration number of old; no two customers have the same.</summary>
    public string? CreditCode { get; set; }

    public string? Website { get; set; }

    public string? Address { get; set; }

    public string? Remark { get; set; }

    /// <summary>Why he was entered although he looks like another one.</summary>
    public string? DuplicateReason { get; set; }

    /// <summary>How much of his file is filled, by the weights of the house: see <c>KeepCompleteness</c>.</summary>
    [NotAudited]
    public Rate Completeness { get; set; }

    /// <summary>
    /// The customer he turned out to be, directly. Such a row is in no question that does not say so: see <see cref="CustomerTable.Merged"/>.
    /// </summary>
    public CustomerId? MergedIntoId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? ImportId { get; init; }

    public int Version { get; set; } = 1;

    public IdentityFacts IdentityFacts => new() { Name = Name, City = City, CreditCode = CreditCode, Phone = Phone, Website = Website, Address = Address };

    /// <summary>Those that hold and those that held.</summary>
    public List<CustomerShare> Shares { get; init; } = [];

    static Expression<Func<Customer, PersonId?>> IOwned<Customer>.Owner { get; } = customer => customer.OwnerId;

    static Expression<Func<Customer, TerritoryId?>>? IOwned<Customer>.Territory { get; } = customer => customer.TerritoryId;

    static Expression<Func<Customer, IEnumerable<PersonId>>>? IOwned<Customer>.Sharers(Permission permission) =>
        permission == CustomersPermissions.Read ? customer => customer.Shares.Where(share => share.Until == null).Select(share => share.PersonId)
        : permission == CustomersPermissions.Edit ? customer => customer.Shares.Where(share => share.Until == null && share.MayEdit).Select(share => share.PersonId)
        : null;

    public void BelongTo(PersonId? owner, DateOnly? on, DateOnly? protectedUntil, PoolId? pool) =>
        (ownerId, OwnedOn, ProtectedUntil, PoolId) = (owner, on, protectedUntil, pool);
}

internal sealed class CustomerTable : IEntityTypeConfiguration<Customer>
{
    /// <summary>The filter that leaves out who was merged into another one. What must know them asks <c>IgnoreQueryFilters([CustomerTable.Merged])</c>.</summary>
    public const string Merged = "merged";

    public void Configure(EntityTypeBuilder<Customer> table)
    {
        table.ToTable("customers_customer");
        table.Property(customer => customer.Number).HasMaxLength(40);
        table.Property(customer => customer.Name).HasMaxLength(120);
        table.Property(customer => customer.Industry).HasMaxLength(60);
        table.Property(customer => customer.City).HasMaxLength(60);
        table.Property(customer => customer.ContactName).HasMaxLength(60);
        table.Property(customer => customer.Phone).HasMaxLength(40);
        table.Property(customer => customer.CreditCode).HasMaxLength(18);
        table.Property(customer => customer.Website).HasMaxLength(200);
        table.Property(customer => customer.Address).HasMaxLength(200);
        table.Property(customer => customer.Remark).HasMaxLength(1000);
        table.Property(customer => customer.DuplicateReason).HasMaxLength(200);
        table.Property(customer => customer.Version).IsConcurrencyToken();
        table.HasIndex(customer => customer.Number).IsUnique();
        table.HasIndex(customer => customer.CreditCode).IsUnique();
        table.HasIndex(customer => new { customer.OwnerId, customer.State, customer.CreatedAt });
        table.HasIndex(customer => customer.CreatedAt);
        table.HasIndex(customer => customer.TerritoryId);
        table.HasIndex(customer => customer.Completeness);
        table.HasIndex(customer => customer.MergedIntoId);
        table.HasQueryFilter(Merged, customer => customer.MergedIntoId == null);
        table.HasOne<Customer>().WithMany().HasForeignKey(customer => customer.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(customer => new { customer.PoolId, customer.CreatedAt });
        table.HasIndex(customer => customer.OwnedOn);
        table.HasOne<Pool>().WithMany().HasForeignKey(customer => customer.PoolId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(customer => customer.Shares).WithOne().HasForeignKey(share => share.CustomerId).OnDelete(DeleteBehavior.Cascade);
        table.Ignore(customer => customer.IdentityFacts);
        table.RefersToPerson(customer => customer.OwnerId);
        table.RefersToTerritory(customer => customer.TerritoryId);
    }
}
