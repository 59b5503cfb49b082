using Yingpan.Approvals.Public;
using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Approvals.Tables;

/// <summary>POST /api/approval-tables/try: rows as they stand on the screen, saved or not, and an example. Writes nothing.</summary>
internal static class TryTable
{
    public sealed record Example
    {
        public required PersonId ApplicantId { get; init; }

        public ApprovalMatterId? MatterId { get; init; }

        public Money? Amount { get; init; }

        public Rate? Discount { get; init; }

        public Quantity? Days { get; init; }

        public string? Grade { get; init; }

        public IReadOnlyList<ChosenPeople>? Chosen { get; init; }
    }

    public sealed record Request : IChecked
    {
        public required string Kind { get; init; }

        public required TableContent Content { get; init; }

        public Example? Example { get; init; }

        public void Check(Check check)
        {
            check.Text("kind", Kind, 40);
            Content.Check(check);
            check.OptionalText("example.grade", Example?.Grade, 20);
            check.That(Example?.Chosen is null || Example.Chosen.DistinctBy(one => one.Node).Count() == Example.Chosen.Count, "example.chosen", "field.repeated");
        }
    }

    /// <summary>Why an earlier row did not take it.</summary>
    public sealed record Passed(int Row, Mismatch Mismatch);

    public sealed record View(Covered Coverage, PreviewApproval.View? Route, IReadOnlyList<Passed> Passed);

    public static async Task<View> Handle(Request request, AppDb db, TableChecks checks, HouseOfToday houses, CancellationToken cancel)
    {
        var table = request.Content.Table;
        await checks.RefuseFaults(request.Kind, table, cancel);
        var coverage = await checks.Coverage(request.Kind, table, cancel);
        if (request.Example is not { } example)
        {
            return new View(coverage, null, []);
        }

        var house = await houses.Load(cancel);
        var applicant = house.Chart.Person(example.ApplicantId) ?? throw Refusal.Faulty([Fault.At("example.applicantId", "approvals.has-left")]);
        var facts = new Facts
        {
            Applicant = applicant.Id,
            Matter = example.MatterId,
            Amount = example.Amount,
            Discount = example.Discount,
            Days = example.Days,
            Grade = example.Grade,
            Unit = applicant.UnitId,
            Position = applicant.PositionId,
            Chosen = example.Chosen?.ToDictionary(one => one.Node, one => one.People) ?? [],
        };
        var row = Matching.RowOf(table, facts, house.Chart);
        var steps = row is { } found ? Planning.Steps(table.Rows[found], table.TwiceAllowed, facts, house, request.Kind) : [];
        var refused = row is null ? "approvals.no-row" : steps.All(step => step.Turns.Count == 0) ? "approvals.nobody-decides" : null;
        var routed = new Routed(null, row, row is { } at ? table.Rows[at] : null, table.TwiceAllowed, facts, steps, refused);
        var passed = table.Rows.Take(row ?? table.Rows.Count).Select((one, i) => new Passed(i + 1, Matching.Of(one, facts, house.Chart)!.Value));
        return new View(coverage, await PreviewApproval.Of(routed, db, cancel), [.. passed]);
    }
}
