using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Names.Rules;
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
    private const int MostListed = 10;

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

        /// <summary>The listed name that becomes this customer.</summary>
        public ListedNameId? NameId { get; init; }

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

        /// <summary>The same name on somebody's list of names, not a customer yet; it stops nobody.</summary>
        public required IReadOnlyList<ListedRow> Listed { get; init; }
    }

    /// <summary>Of a name the caller may not see only name and unit are told.</summary>
    public sealed record ListedRow
    {
        public ListedNameId? Id { get; init; }

        public required string Name { get; init; }

        /// <summary>Of whom it is.</summary>
        public string? UnitName { get; init; }

        public string? OwnerName { get; init; }

        public DateOnly? Day { get; init; }
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
        var rules = await duplicates.Rules(cancel);
        var keys = IdentityKeys.Of(facts, rules.Words);
        var found = await duplicates.Find(facts, keys, rules, query.Except, cancel);
        return new View
        {
            Rule = found.Count == 0 ? DuplicateRule.Off : found[0].Rule,
            Items = found.Count == 0 ? [] : await Told(found, db, reach, cancel),
            Listed = facts.Name.Length == 0 ? [] : await OnLists(keys.Name.Key, query.NameId, db, reach, cancel),
        };
    }

    /// <summary>By the same key as in a list of names, which is looked up by an index.</summary>
    private static async Task<IReadOnlyList<ListedRow>> OnLists(string key, ListedNameId? except, AppDb db, Reach reach, CancellationToken cancel)
    {
        var names = await db.Set<ListedName>().AsNoTracking().Where(name => name.Key == key && name.Id != except && (name.State == NameState.New || name.State == NameState.Called))
            .OrderBy(name => name.CreatedAt).ThenBy(name => name.Id).Take(MostListed).Select(name => new { name.Id, name.Name, name.OwnerId, name.Day }).ToListAsync(cancel);
        if (names.Count == 0)
        {
            return [];
        }

        List<ListedNameId> ids = [.. names.Select(name => name.Id)];
        List<PersonId> owners = [.. names.Select(name => name.OwnerId).Distinct()];
        var (units, today) = (db.UnitCards, db.Today);
        var seen = await db.Set<ListedName>().VisibleTo(reach, CustomersPermissions.Read).Where(name => ids.Contains(name.Id)).Select(name => name.Id).ToHashSetAsync(cancel);
        var people = await db.PersonCards.Where(person => owners.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var places = await db.Placements.Where(place => owners.Contains(place.PersonId) && place.First <= today && (place.Last == null || place.Last >= today))
            .Select(place => new { place.PersonId, Unit = units.Where(unit => unit.Id == place.UnitId).Select(unit => unit.Name).FirstOrDefault() }).ToListAsync(cancel);
        return [.. names.Select(name => new ListedRow
        {
            Id = seen.Contains(name.Id) ? name.Id : null,
            Name = name.Name,
            UnitName = places.Find(place => place.PersonId == name.OwnerId)?.Unit,
            OwnerName = seen.Contains(name.Id) ? people.GetValueOrDefault(name.OwnerId) : null,
            Day = seen.Contains(name.Id) ? name.Day : null,
        })];
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
