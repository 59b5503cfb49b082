using System.Globalization;
using Yingpan.Organization.Public;

namespace Yingpan.Host.Samples;

/// <summary>
/// The sales core of AdventureWorks: people, territories with history, stores and customers, products, orders with lines, quotas. Its
/// tables are joined here; every line then goes through the same importers as a file from the screen.
/// </summary>
internal sealed class AdventureWorks(string folder, SampleImport import, OrganizationSetup organization)
{
    private readonly SampleFiles files = new(folder);

    public async Task Run(CancellationToken cancel)
    {
        // An American house of 2011 to 2014: the public holidays of China are none of its own.
        await organization.Keep(HouseCalendar.Weekdays, cancel);
        var sellers = files.ByKey("SalesPerson.csv", "BusinessEntityID", row => row["TerritoryID"].Length == 0 ? null : row);
        var groups = files.ByKey("SalesTerritory.csv", "TerritoryID", row => row["Group"]);
        await organization.EnsureUnits([.. groups.Values.Distinct().Order(StringComparer.Ordinal).Append("Sales management"), "Other departments"], cancel);
        await organization.EnsurePositions([.. files.Read("EmployeeName.csv").Select(row => row["JobTitle"]).Distinct()], cancel);

        await import.Lines("people", "EmployeeName.csv", new SampleLines("number name unitName positionName hiredOn",
            files.Read("EmployeeName.csv").Join(files.Read("Employee.csv"), name => name["BusinessEntityID"], employee => employee["BusinessEntityID"], (name, employee) => name.As(
                name["BusinessEntityID"],
                string.Join(' ', new[] { name["FirstName"], name["MiddleName"], name["LastName"] }.Where(part => part.Length > 0)),
                !sellers.TryGetValue(name["BusinessEntityID"], out var seller) ? "Other departments" : seller is null ? "Sales management" : seller.In(groups, "TerritoryID"),
                name["JobTitle"],
                employee["HireDate"]))), cancel);
        await import.Lines("territories", "SalesTerritory.csv", new SampleLines("number name parentName",
            groups.Values.Distinct().Select(group => new SampleLine(null, [group, group, null]))
                .Concat(files.Read("SalesTerritory.csv").Select(row => row.As(row["TerritoryID"], row["Name"], row["Group"])))), cancel);
        await import.Lines("holders", "SalesTerritoryHistory.csv", new SampleLines("territoryName personName first last",
            files.Read("SalesTerritoryHistory.csv").Select(row => row.As(row["TerritoryID"], row["BusinessEntityID"], row["StartDate"], row["EndDate"]))), cancel);
        await import.Lines("products", "Product.csv", new SampleLines("number name line unit listPrice",
            files.Read("Product.csv").Select(row => row.As(row["ProductID"], row["Name"], row["ProductLine"], "pc", row["ListPrice"]))), cancel);
        await import.Lines("customers", "Customer.csv", Customers(), cancel);
        await import.Lines("orders", "SalesOrderHeader.csv", new SampleLines(
            "number orderedOn customerName salespersonName territoryName productName quantity price discount amount", OrderLines()), cancel);
        await import.Lines("goals", "SalesPersonQuotaHistory.csv", new SampleLines("personName first amount",
            files.Read("SalesPersonQuotaHistory.csv").Select(row => row.As(row["BusinessEntityID"], row["QuotaDate"], row["SalesQuota"]))), cancel);
    }

    /// <summary>
    /// A store goes by its name, a person by the account number: the files hold no names of persons. Of a store with several accounts each is a
    /// customer there, and the further ones carry their account number.
    /// </summary>
    private SampleLines Customers()
    {
        var stores = files.ByKey("Store.csv", "BusinessEntityID", row => row);
        var customers = files.Read("Customer.csv").Select(row => (Row: row, Store: stores.GetValueOrDefault(row["StoreID"]))).ToList();
        var names = SampleFiles.NamedOnce(customers.Select(one => (one.Store?["Name"] ?? one.Row["AccountNumber"], one.Row["AccountNumber"])));
        return new SampleLines("number name state ownerName territoryName industry", customers.Zip(names, (one, name) => one.Row.As(
            one.Row["CustomerID"],
            name,
            "Active",
            one.Store?["SalesPersonID"],
            one.Row["TerritoryID"],
            one.Store is null ? "Individual" : "Store")));
    }

    /// <summary>The discount is not in the files; it follows from the line total, which already has it in it.</summary>
    private IEnumerable<SampleLine> OrderLines()
    {
        var lines = files.Read("SalesOrderDetail.csv").ToLookup(row => row["SalesOrderID"]);
        foreach (var head in files.Read("SalesOrderHeader.csv"))
        {
            foreach (var line in lines[head["SalesOrderID"]])
            {
                var full = line.Number("UnitPrice") * line.Number("OrderQty");
                var discount = full == 0 ? 0 : Math.Round(1 - (line.Number("LineTotal") / full), 6);
                yield return line.As(
                    head["SalesOrderID"], head["OrderDate"], head["CustomerID"], head["SalesPersonID"], head["TerritoryID"],
                    line["ProductID"], line["OrderQty"], line["UnitPrice"], discount.ToString(CultureInfo.InvariantCulture), head["SubTotal"]);
            }
        }
    }
}
