using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Completeness;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Customers.Records;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Cards;

internal sealed record DataCardView : IHasVersion
{
    public string? LegalRepresentative { get; init; }

    public string? Fax { get; init; }

    public string? Email { get; init; }

    public int? Employees { get; init; }

    public string? Business { get; init; }

    public string? Source { get; init; }

    public string? PreviousSales { get; init; }

    public string? Strength { get; init; }

    /// <summary>0 until something stands on it.</summary>
    public required int Version { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/customers/{id}/data-card</summary>
internal static class ReadDataCard
{
    public static async Task<DataCardView> Handle(CustomerId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var can = await db.MayEdit(id, reach, cancel);
        var card = await db.Set<DataCard>().AsNoTracking().FirstOrDefaultAsync(card => card.CustomerId == id, cancel);
        return new DataCardView
        {
            LegalRepresentative = card?.LegalRepresentative,
            Fax = card?.Fax,
            Email = card?.Email,
            Employees = card?.Employees,
            Business = card?.Business,
            Source = card?.Source,
            PreviousSales = card?.PreviousSales,
            Strength = card?.Strength,
            Version = card?.Version ?? 0,
            Can = can,
        };
    }
}

/// <summary>PUT /api/customers/{id}/data-card</summary>
internal static class EditDataCard
{
    public sealed record Request : IChecked
    {
        public string? LegalRepresentative { get; init; }

        public string? Fax { get; init; }

        public string? Email { get; init; }

        public int? Employees { get; init; }

        public string? Business { get; init; }

        public string? Source { get; init; }

        public string? PreviousSales { get; init; }

        public string? Strength { get; init; }

        public void Check(Check check)
        {
            check.OptionalText("legalRepresentative", LegalRepresentative, 60);
            check.Phone("fax", Fax);
            check.Email("email", Email);
            check.That(Employees is null or (>= 0 and <= CardFields.MostEmployees), "employees", "field.range", ("min", 0), ("max", CardFields.MostEmployees));
            check.OptionalText("business", Business, 200);
            check.OptionalText("source", Source, 60);
            check.OptionalText("previousSales", PreviousSales, 1000, lines: true);
            check.OptionalText("strength", Strength, 1000, lines: true);
        }

        public void WriteTo(DataCard card)
        {
            card.LegalRepresentative = LegalRepresentative.CleanOrNull();
            card.Fax = Fax.CleanOrNull();
            card.Email = Email.CleanOrNull();
            card.Employees = Employees;
            card.Business = Business.CleanOrNull();
            card.Source = Source.CleanOrNull();
            card.PreviousSales = PreviousSales.CleanOrNull();
            card.Strength = Strength.CleanOrNull();
        }
    }

    public static async Task<Saved<CustomerId>> Handle(CustomerId id, Request request, IfMatch seen, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        await db.CustomerToEdit(id, reach, cancel);
        var card = await db.Set<DataCard>().FirstOrDefaultAsync(card => card.CustomerId == id, cancel);
        if (card is not null)
        {
            db.Expect(card, seen);
        }
        else if (seen.Version != 0)
        {
            throw Refusal.Stale("version.stale");
        }
        else
        {
            db.Add(card = new DataCard { CustomerId = id });
        }

        request.WriteTo(card);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation(out _))
        {
            // Somebody wrote the first line of it at the same moment.
            throw Refusal.Stale("version.stale");
        }

        await KeepCompleteness.Of(db, [id], clock.Today, cancel);
        return new Saved<CustomerId>(id, card.Version);
    }
}

internal static class CardFields
{
    public const int MostEmployees = 10_000_000;

    /// <summary>Columns of a file of customers that fill the card.</summary>
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        new("legalRepresentative", false, "法人代表", "法定代表人", "总经理", "legal representative", "general manager"),
        new("fax", false, "传真", "fax"),
        new("email", false, "公司邮箱", "邮箱", "e-mail", "email"),
        new("employees", false, "员工人数", "employees"),
        new("business", false, "主营业务", "经营范围", "business"),
        new("source", false, "客户来源", "source"),
        new("previousSales", false, "前期销售情况", "前期销售", "previous sales"),
        new("strength", false, "实力情况", "实力", "strength"),
    ];

    /// <summary>What stands on the data card, by the names of its request.</summary>
    public static readonly IReadOnlyList<string> Codes = [.. Columns.Select(column => column.Name)];

    /// <summary>The card of a line; null where it fills nothing of it.</summary>
    public static DataCard? Read(ImportRow row, CustomerId customer, ImportRun run)
    {
        var card = new DataCard
        {
            CustomerId = customer,
            LegalRepresentative = row.Text("legalRepresentative", 60),
            Fax = row.Phone("fax"),
            Email = row.Email("email"),
            Business = row.Text("business", 200),
            Source = row.Text("source", 60),
            PreviousSales = row.Text("previousSales", 1000, lines: true),
            Strength = row.Text("strength", 1000, lines: true),
        };
        if (row.Text("employees", 20) is { } words)
        {
            if (int.TryParse(words, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture, out var count) && count is >= 0 and <= MostEmployees)
            {
                card.Employees = count;
            }
            else
            {
                run.Fault(row, "employees", "field.range", ("min", 0), ("max", MostEmployees));
            }
        }

        return Codes.Any(row.Has) ? card : null;
    }

    /// <summary>What the caller may do with what hangs on a customer; not found for who does not see him.</summary>
    public static async Task<IReadOnlyList<string>> MayEdit(this AppDb db, CustomerId id, Reach reach, CancellationToken cancel)
    {
        if (!await db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read).AnyAsync(customer => customer.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        return await db.MayEditCustomer(id, reach, cancel) ? ["edit"] : [];
    }
}
