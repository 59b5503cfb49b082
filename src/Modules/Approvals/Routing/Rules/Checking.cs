using Yingpan.Kernel;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Approvals.Routing.Rules;

/// <summary>What a kind of request can be asked for.</summary>
internal sealed record KnownFacts
{
    public bool Matter { get; init; }

    public bool Amount { get; init; }

    public bool Discount { get; init; }

    public bool Days { get; init; }

    public bool Grade { get; init; }
}

/// <summary>What a table may name.</summary>
internal sealed record Known
{
    public required KnownFacts Facts { get; init; }

    public required House House { get; init; }

    public required IReadOnlySet<Public.ApprovalMatterId> Matters { get; init; }

    public required IReadOnlySet<Organization.Public.PositionId> Positions { get; init; }

    public required IReadOnlyList<string> UnitKinds { get; init; }
}

/// <summary>What is wrong with a table, each with its place: <c>rows[2].route[0].people[1]</c>. A table with faults is not saved.</summary>
internal static class Checking
{
    public const int MostRows = 100;
    public const int MostNodes = 20;

    /// <summary>After the first.</summary>
    public const int MostLimits = 5;

    public static IReadOnlyList<Fault> Faults(RouteTable table, Known known)
    {
        var faults = new List<Fault>();
        if (table.Rows.Count is 0 or > MostRows)
        {
            faults.Add(Fault.At("rows", "approvals.table-rows", ("max", MostRows)));
        }

        for (var i = 0; i < table.Rows.Count; i++)
        {
            Conditions(table.Rows[i], $"rows[{i}]", known, faults);
            Route(table, table.Rows[i], $"rows[{i}]", known, faults);
        }

        return faults;
    }

    private static void Conditions(RouteRow row, string at, Known known, List<Fault> faults)
    {
        Offered(known.Facts.Matter || row.Matters.Count == 0, $"{at}.matters");
        Offered(known.Facts.Amount || (row.AmountFrom is null && row.AmountTo is null), $"{at}.amountFrom");
        Offered(known.Facts.Discount || (row.DiscountFrom is null && row.DiscountTo is null), $"{at}.discountFrom");
        Offered(known.Facts.Days || (row.DaysFrom is null && row.DaysTo is null), $"{at}.daysFrom");
        Offered(known.Facts.Grade || row.Grades.Count == 0, $"{at}.grades");
        for (var i = 0; i < row.Matters.Count; i++)
        {
            Add(known.Matters.Contains(row.Matters[i]), $"{at}.matters[{i}]", "record.not-found");
        }

        for (var i = 0; i < row.Positions.Count; i++)
        {
            Add(known.Positions.Contains(row.Positions[i]), $"{at}.positions[{i}]", "record.not-found");
        }

        for (var i = 0; i < row.Grades.Count; i++)
        {
            Add(row.Grades[i].Trim().Length is > 0 and <= 20, $"{at}.grades[{i}]", "field.not-valid");
        }

        Add(row.UnitId is not { } unit || known.House.Chart.Unit(unit) is not null, $"{at}.unitId", "record.not-found");
        Add(row.AmountFrom is null || row.AmountTo is null || row.AmountFrom < row.AmountTo, $"{at}.amountTo", "approvals.range-empty");
        Add(row.DiscountFrom is null || row.DiscountTo is null || row.DiscountFrom < row.DiscountTo, $"{at}.discountTo", "approvals.range-empty");
        Add(row.DaysFrom is null || row.DaysTo is null || row.DaysFrom < row.DaysTo, $"{at}.daysTo", "approvals.range-empty");
        Add((row.DaysFrom ?? Quantity.Zero) >= Quantity.Zero && (row.DaysTo ?? Quantity.Zero) >= Quantity.Zero, $"{at}.daysFrom", "field.negative");
        Add((row.AmountFrom ?? Money.Zero) >= Money.Zero && (row.AmountTo ?? Money.Zero) >= Money.Zero, $"{at}.amountFrom", "field.negative");
        Add(row.Name is null || row.Name.Length <= 60, $"{at}.name", "field.too-long", ("max", 60));
        for (var i = 0; i < row.CopyTo.Count; i++)
        {
            Add(known.House.Chart.Person(row.CopyTo[i]) is not null, $"{at}.copyTo[{i}]", "approvals.has-left");
        }

        void Offered(bool holds, string place) => Add(holds, place, "approvals.unknown-field");

        void Add(bool holds, string place, string code, params ReadOnlySpan<(string, object?)> parameters)
        {
            if (!holds)
            {
                faults.Add(Fault.At(place, code, parameters));
            }
        }
    }

    private static void Route(RouteTable table, RouteRow row, string at, Known known, List<Fault> faults)
    {
        if (row.Route.Count is 0 or > MostNodes)
        {
            faults.Add(Fault.At($"{at}.route", row.Route.Count == 0 ? "approvals.route-empty" : "field.too-many", ("max", MostNodes)));
        }

        var circle = known.House.Chart.Circle();
        var named = new HashSet<PersonId>();
        for (var i = 0; i < row.Route.Count; i++)
        {
            var (node, place) = (row.Route[i], $"{at}.route[{i}]");
            var faultsBefore = faults.Count;
            Node(node, place, known, faults);
            if (circle.Count > 0 && node.Finder is Finder.Superior or Finder.SuperiorsToUnit or Finder.SuperiorsToAuthority && circle.Count > 0)
            {
                faults.Add(Fault.At($"{place}.finder", "approvals.superior-circle", ("names", string.Join(" → ", circle.Append(circle[0]).Select(person => known.House.Chart.Person(person)?.Name)))));
            }

            for (var j = 0; node.Finder == Finder.People && faults.Count == faultsBefore && j < node.People.Count; j++)
            {
                // Named a second time he would be left out there, and whoever reads the table would not know.
                if (!named.Add(node.People[j]) && !table.TwiceAllowed)
                {
                    faults.Add(Fault.At($"{place}.people[{j}]", "approvals.named-twice", ("name", known.House.Chart.Person(node.People[j])?.Name)));
                }
            }
        }
    }

    private static void Node(RouteNode node, string at, Known known, List<Fault> faults)
    {
        if (node.Name.Trim().Length is 0 or > 40)
        {
            faults.Add(Fault.At($"{at}.name", node.Name.Trim().Length == 0 ? "field.required" : "field.too-long", ("max", 40)));
        }

        switch (node.Finder)
        {
            case Finder.People when node.People.Count is 0 or > 50:
                faults.Add(Fault.At($"{at}.people", "approvals.no-approver"));
                break;
            case Finder.People:
                for (var i = 0; i < node.People.Count; i++)
                {
                    if (known.House.Chart.Person(node.People[i]) is null)
                    {
                        faults.Add(Fault.At($"{at}.people[{i}]", "approvals.has-left"));
                    }
                }

                break;
            case Finder.Role when node.Role is null || !known.House.Roles.TryGetValue(node.Role, out var holders):
                faults.Add(Fault.At($"{at}.role", "approvals.unknown-role"));
                break;
            case Finder.Role when known.House.Roles[node.Role!].Count == 0 && node.Substitute == Substitute.Skip:
                faults.Add(Fault.At($"{at}.role", "approvals.no-approver"));
                break;
            case Finder.Superior when node.Levels is not (>= 1 and <= 10):
                faults.Add(Fault.At($"{at}.levels", "field.range", ("min", 1), ("max", 10)));
                break;
            case Finder.SuperiorsToUnit when node.UnitKind is null || !known.UnitKinds.Contains(node.UnitKind):
                faults.Add(Fault.At($"{at}.unitKind", "field.not-one-of", ("allowed", string.Join(", ", known.UnitKinds))));
                break;
        }

        if (node.Substitute == Substitute.Person && (node.SubstituteId is not { } person || known.House.Chart.Person(person) is null))
        {
            faults.Add(Fault.At($"{at}.substituteId", node.SubstituteId is null ? "field.required" : "approvals.has-left"));
        }

        Limits(node, at, faults);
    }

    /// <summary>One after the other: later hours, and nothing once it has passed.</summary>
    private static void Limits(RouteNode node, string at, List<Fault> faults)
    {
        if (node.Later.Count > 0 && (node.Hours is null || node.Later.Count > MostLimits))
        {
            faults.Add(node.Hours is null ? Fault.At($"{at}.hours", "field.required") : Fault.At($"{at}.later", "field.too-many", ("max", MostLimits)));
            return;
        }

        var limits = node.TimeLimits();
        for (var i = 0; i < limits.Count; i++)
        {
            var place = i == 0 ? at : $"{at}.later[{i - 1}]";
            if (limits[i].Hours is < 1 or > 8760)
            {
                faults.Add(Fault.At($"{place}.hours", "field.range", ("min", 1), ("max", 8760)));
            }
            else if (i > 0 && limits[i - 1].Late == LatePolicy.Pass)
            {
                faults.Add(Fault.At($"{place}.late", "approvals.after-passing"));
            }
            else if (i > 0 && limits[i].Hours <= limits[i - 1].Hours)
            {
                faults.Add(Fault.At($"{place}.hours", "approvals.limits-ascend", ("hours", limits[i - 1].Hours)));
            }
        }
    }
}
