using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Names;

/// <summary>A name becomes a customer where a customer is entered, by all rules for customers; what else is known of it goes along.</summary>
internal sealed class BecomeCustomer(AppDb db, Reach reach, CompanyClock clock)
{
    /// <summary>Before the customer is made.</summary>
    public async Task<ListedName> Take(ListedNameId id, CancellationToken cancel)
    {
        var name = await db.NameToEdit(id, reach, cancel);
        return NameFlow.IsOpen(name.State) ? name : throw Refusal.Conflict("customers.name-settled");
    }

    /// <summary>When the customer is saved, in the same transaction. Of two who do it at once the second has seen an older version of the name.</summary>
    public async Task Link(ListedName name, Customer customer, CancellationToken cancel)
    {
        name.CustomerId = customer.Id;
        name.Turn(NameState.Customer, clock.Today, null);
        if (name.LegalRepresentative is not null || name.Fax is not null || name.Email is not null)
        {
            db.Add(new DataCard { CustomerId = customer.Id, LegalRepresentative = name.LegalRepresentative, Fax = name.Fax, Email = name.Email });
        }

        // The legal representative where nobody else is known.
        if ((name.HeadName ?? name.LegalRepresentative) is { } person)
        {
            db.Add(new Contact
            {
                Id = Id.New<ContactId>(),
                CustomerId = customer.Id,
                Name = person,
                Phone = name.Phone,
                Mobile = name.Mobile,
                Hobbies = name.Hobbies,
                Strengths = name.Strengths,
                CreatedAt = clock.Now,
            });
        }

        await db.SaveChangesAsync(cancel);
        await KeepContactKeys.Of(db, [customer.Id], cancel);
    }
}
