using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Public;

public static class CustomersPermissions
{
    public static readonly Permission Read = new("customers.read", InTerritories: true);
    public static readonly Permission Edit = new("customers.edit", InTerritories: true);
    public static readonly Permission Import = new("customers.import", InTerritories: true);

    /// <summary>Fields of the house's own that are sensitive.</summary>
    public static readonly Permission Sensitive = new("customers.sensitive", Scoped: false);

    public static readonly Permission EditPolicy = new("customers.policy-edit", Scoped: false);

    /// <summary>To see in full what of a contact is masked, at customers one does not look after. Each look is in the trail.</summary>
    public static readonly Permission RevealContacts = new("customers.contacts-reveal", InTerritories: true);

    /// <summary>To make one customer of two, and two of one again.</summary>
    public static readonly Permission Merge = new("customers.merge", InTerritories: true);

    /// <summary>By what customers are graded, from which day on; and to grade them now.</summary>
    public static readonly Permission EditGrading = new("customers.grading-edit", Scoped: false);

    /// <summary>To set a customer's grade by hand, with a reason and until a day.</summary>
    public static readonly Permission OverrideGrade = new("customers.grade-override", InTerritories: true);

    /// <summary>By what customers give warnings, from which day on.</summary>
    public static readonly Permission EditWarningPolicy = new("customers.warning-policy-edit", Scoped: false);

    /// <summary>To name key accounts, their sponsors and how often they are to be seen.</summary>
    public static readonly Permission EditKeyAccounts = new("customers.key-accounts-edit", InTerritories: true);

    /// <summary>What customers are cared for by, from which day on; and to plan it now.</summary>
    public static readonly Permission EditCarePolicy = new("customers.care-policy-edit", Scoped: false);

    /// <summary>What gifts, banquets and travel for customers cost: to enter it and to read it.</summary>
    public static readonly Permission CareCosts = new("customers.care-costs", InTerritories: true);

    public static IReadOnlyList<Permission> All =>
        [Read, Edit, Import, Sensitive, EditPolicy, RevealContacts, Merge, EditGrading, OverrideGrade, EditWarningPolicy, EditKeyAccounts, EditCarePolicy, CareCosts, .. OwnershipPermissions.All, .. NamePermissions.All, .. CreditPermissions.All];
}

/// <summary>A customer as other modules see him.</summary>
public sealed record CustomerCard
{
    public required CustomerId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public PersonId? OwnerId { get; init; }

    public TerritoryId? TerritoryId { get; init; }

    public string? Industry { get; init; }
}

public static class CustomersViews
{
    extension(AppDb db)
    {
        public IQueryable<CustomerCard> CustomerCards => Cards(db.Set<Customer>());

        /// <summary>Those the permission reaches, by owner and by share.</summary>
        public IQueryable<CustomerCard> CustomersVisibleTo(Reach reach, Permission permission) => Cards(db.Set<Customer>().VisibleTo(reach, permission));

        /// <summary>Of those the permission reaches, whom the search of customers finds by these words.</summary>
        public IQueryable<CustomerCard> CustomersFoundBy(string words, Reach reach, Permission permission) => Cards(db.Set<Customer>().VisibleTo(reach, permission).Matching(db, words));
    }

    private static readonly Expression<Func<Customer, CustomerCard>> AsCard = customer => new CustomerCard
    {
        Id = customer.Id,
        Number = customer.Number,
        Name = customer.Name,
        OwnerId = customer.OwnerId,
        TerritoryId = customer.TerritoryId,
        Industry = customer.Industry,
    };

    private static IQueryable<CustomerCard> Cards(IQueryable<Customer> customers) => customers.Select(AsCard);

    /// <summary>
    /// The customers to name beside a record that is seen anyway, an order or a receipt: all of them, but none to a caller who may not
    /// read customers at all.
    /// </summary>
    public static IQueryable<CustomerCard> CustomersToName(this AppDb db, Reach reach) =>
        reach.Caller.ScopeOf(CustomersPermissions.Read) is null ? db.CustomerCards.Where(_ => false) : db.CustomerCards;

    /// <summary>A foreign key to a customer, declared in the table of another module.</summary>
    public static void RefersToCustomer<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> key) where T : class =>
        table.HasOne<Customer>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
