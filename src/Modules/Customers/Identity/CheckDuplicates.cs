using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Identity;

/// <summary>One who is there already. Of a customer the caller may not see only name and unit are told.</summary>
internal sealed record DuplicateRow
{
    /// <summary>Left out for whom the caller may not see, as is all further down but the unit.</summary>
    public CustomerId? Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Of the owner; left out for a customer of nobody's.</summary>
    public string? UnitName { get; init; }

    public string? Number { get; init; }

    public string? City { get; init; }

    public string? OwnerName { get; init; }

    public required DuplicateRule Rule { get; init; }

    public required IReadOnlyList<DuplicateReason> Reasons { get; init; }
}

/// <summary>GET /api/customers/duplicates?name=…&amp;phone=…: before he is entered, and while he is typed.</summary>
internal static class CheckDuplicates
{
    public sealed class Query : IChecked
    {
        public string? Name { get; init; }

        public string? CreditCode { get; init; }

        public string? Phone { get; init; }

        public string? Website { get; init; }

        public string? Address { get; init; }

        public string? City { get; init; }

        /// <summary>The customer that is being edited.</summary>
        public CustomerId? Except { get; init; }

        public void Check(Check check)
        {
            check.OptionalText("name", Name, 120);
            check.OptionalText("creditCode", CreditCode, 40);
            check.OptionalText("phone", Phone, 40);
            check.OptionalText("website", Website, 200);
            check.OptionalText("address", Address, 200);
            check.OptionalText("city", City, 60);
        }
    }

    public sealed record View
    {
        /// <summary>What would become of the entry: the strictest rule of all that were found.</summary>
        public required DuplicateRule Rule { get; init; }

        public required IReadOnlyList<DuplicateRow> Items { get; init; }
    }

    public static async Task<View> Handle([Microsoft.AspNetCore.Http.AsParameters] Query query, AppDb db, Reach reach, Duplicates duplicates, CancellationToken cancel)
    {
        var facts = new IdentityFacts
        {
            Name = query.Name.CleanOrNull() ?? "",
            City = query.City,
            CreditCode = CreditCode.Clean(query.CreditCode),
            Phone = query.Phone,
            Website = query.Website,
            Address = query.Address,
        };
        var found = await duplicates.Find(facts, query.Except, cancel);
        return new View { Rule = found.Count == 0 ? DuplicateRule.Off : found[0].Rule, Items = found.Count == 0 ? [] : await Told(found, db, reach, cancel) };
    }

    /// <summary>One for each that was found, in their order.</summary>
    internal static async Task<IReadOnlyList<DuplicateRow>> Told(IReadOnlyList<Likely> found, AppDb db, Reach reach, CancellationToken cancel)
    {
        List<CustomerId> ids = [.. found.Select(likely => likely.Id)];
        var people = db.PersonCards;
        var seen = await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Where(customer => ids.Contains(customer.Id))
            .Select(customer => new
            {
                customer.Id,
                customer.Number,
                customer.City,
                OwnerName = people.Where(person => person.Id == customer.OwnerId).Select(person => person.Name).FirstOrDefault(),
            }).ToDictionaryAsync(customer => customer.Id, cancel);
        var units = await Duplicates.Units(db, ids, cancel);
        return [.. found.Select(likely => new DuplicateRow
        {
            Id = seen.ContainsKey(likely.Id) ? likely.Id : null,
            Name = likely.Name,
            UnitName = units.GetValueOrDefault(likely.Id),
            Number = seen.GetValueOrDefault(likely.Id)?.Number,
            City = seen.GetValueOrDefault(likely.Id)?.City,
            OwnerName = seen.GetValueOrDefault(likely.Id)?.OwnerName,
            Rule = likely.Rule,
            Reasons = likely.Reasons,
        })];
    }
}
