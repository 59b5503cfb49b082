using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Contacts;
using Yingpan.Customers.Contacts.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Texts;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Merging;

/// <summary>One of the two, for the head of his column.</summary>
internal sealed record MergeHead(CustomerId Id, string Number, string Name, string? OwnerName, DateTimeOffset CreatedAt, int Version);

/// <param name="Name">Left out for the house's own fields, whose names the forms know.</param>
/// <param name="TakesMerged">What is proposed: the value of the one who goes, because the other has none.</param>
internal sealed record MergeFieldRow(string Code, string? Name, object? Survivor, object? Merged, bool TakesMerged);

internal sealed record MergeCount(string Kind, string Name, int Count);

/// <param name="GoesAlong">Otherwise it ends with the one who goes, and he is told.</param>
internal sealed record MergePart(string Name, Rate Share, bool GoesAlong);

/// <summary>Credit that holds and does not go along.</summary>
internal sealed record MergeCredit(string? Rating, Money? Limit);

/// <summary>GET /api/customers/{id}/merge-preview?with=…: both side by side, and what goes over to this one.</summary>
internal static class PreviewMerge
{
    public sealed class Query : IChecked
    {
        /// <summary>The customer who would be merged into this one.</summary>
        public required CustomerId With { get; init; }
    }

    public sealed record View
    {
        public required MergeHead Survivor { get; init; }

        public required MergeHead Merged { get; init; }

        /// <summary>Those in which the two differ.</summary>
        public required IReadOnlyList<MergeFieldRow> Fields { get; init; }

        /// <summary>Rows that go over, of kinds of which there are any.</summary>
        public required IReadOnlyList<MergeCount> Rows { get; init; }

        /// <summary>Parts of others than his owner in the one who goes; as long as the owners stay as they are.</summary>
        public required IReadOnlyList<MergePart> Shares { get; init; }

        /// <summary>What was decided of the credit of the one who goes, where it no longer holds because something was decided of the other one; null for nothing.</summary>
        public MergeCredit? CreditDropped { get; init; }

        /// <summary>Both have a credit code, and not the same: perhaps they are two companies after all.</summary>
        public required bool HasTwoCodes { get; init; }
    }

    public static async Task<View> Handle(
        CustomerId id, [AsParameters] Query query, HttpContext http, AppDb db, Reach reach, CustomValues<CustomerId> fields, IEnumerable<ICustomerReferences> references, SharesOfCustomer shares, TextBook texts, CancellationToken cancel)
    {
        var language = Languages.Of(http);
        var (survivor, merged) = (await Side(id, db, reach, fields, cancel), await Side(query.With, db, reach, fields, cancel));
        var names = await Names([survivor.Customer, merged.Customer], db, cancel);
        List<CustomerId> both = [id, query.With];
        var kept = await db.Kept(reach).Where(customer => both.Contains(customer.Id)).Select(customer => customer.Id).ToHashSetAsync(cancel);
        var codes = MergeFields.All.Select(field => field.Code).Concat(survivor.Custom.Keys.Union(merged.Custom.Keys).Order(StringComparer.Ordinal).Select(code => MergeFields.Custom + code));
        var rows = new List<MergeCount>();
        foreach (var one in references)
        {
            if (await one.Count(query.With, id, cancel) is > 0 and var count)
            {
                rows.Add(new MergeCount(one.Kind, texts.Say($"customer-references.{one.Kind}", language), count));
            }
        }

        var decided = await db.Set<CustomerCredit>().AsNoTracking().Where(credit => both.Contains(credit.CustomerId)).Where(CreditOfCustomer.Decides).ToListAsync(cancel);
        var parts = (await shares.Open(query.With, cancel)).Where(part => part.PersonId != merged.Customer.OwnerId).ToList();
        var sharers = await db.NamesOf([.. parts.Select(part => part.PersonId)], [], cancel);
        var goAlong = rows.Exists(row => row.Kind == shares.Kind);
        return new View
        {
            Survivor = Head(survivor.Customer, names),
            Merged = Head(merged.Customer, names),
            Fields = [.. codes.Where(code => survivor.Value(code) != merged.Value(code)).Select(code => new MergeFieldRow(
                code, MergeFields.Find(code) is { } field ? texts.Say($"customers.column.{field.Text}", language) : null,
                Shown(survivor, code, names, kept), Shown(merged, code, names, kept), survivor.Value(code) is null))],
            Rows = rows,
            Shares = [.. parts.Select(part => new MergePart(sharers.GetValueOrDefault(part.PersonId.ToString(), ""), part.Share, goAlong))],
            CreditDropped = decided.Count == 2 ? decided.Where(credit => credit.CustomerId == query.With).Select(credit => new MergeCredit(credit.Rating, credit.Limit)).Single() : null,
            HasTwoCodes = survivor.Customer.CreditCode is { } one1 && merged.Customer.CreditCode is { } other && one1 != other,
        };
    }

    private static async Task<MergeSide> Side(CustomerId id, AppDb db, Reach reach, CustomValues<CustomerId> fields, CancellationToken cancel)
    {
        var customer = await db.Set<Customer>().AsNoTracking().MergeableBy(reach)
            .FirstOrDefaultAsync(customer => customer.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        return new MergeSide(
            customer,
            await db.Set<DataCard>().AsNoTracking().FirstOrDefaultAsync(card => card.CustomerId == id, cancel) ?? new DataCard { CustomerId = id },
            await fields.Of(id, cancel));
    }

    private static MergeHead Head(Customer customer, IReadOnlyDictionary<string, string> names) => new(
        customer.Id, customer.Number, customer.Name, customer.OwnerId is { } owner ? names.GetValueOrDefault(owner.ToString()) : null, customer.CreatedAt, customer.Version);

    /// <param name="kept">Those of whom the caller sees the whole number.</param>
    private static object? Shown(MergeSide side, string code, IReadOnlyDictionary<string, string> names, IReadOnlySet<CustomerId> kept) =>
        MergeFields.CustomOf(code) is { } own ? side.Custom.GetValueOrDefault(own) : (code, side.Value(code)) switch
        {
            ("ownerId" or "territoryId", { } value) => names.GetValueOrDefault(value),
            ("phone", var number) when !kept.Contains(side.Customer.Id) => Covered.Mobile(number),
            (_, var value) => value,
        };

    /// <summary>Of owners and territories, by id.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyList<Customer> customers, AppDb db, CancellationToken cancel)
    {
        var owners = customers.Select(customer => customer.OwnerId).OfType<PersonId>().ToList();
        var places = customers.Select(customer => customer.TerritoryId).OfType<TerritoryId>().ToList();
        return await db.NamesOf(owners, places, cancel);
    }
}
