using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Imports.Data;

namespace Yingpan.Tests.Rules.Imports;

/// <summary>The readers of a line: a value, or a fault that says where and why; never an exception.</summary>
public class RowTests
{
    private sealed class Anything : IImporter
    {
        public string Kind => "anything";

        public Permission Permission => Permission.SignedIn;

        public IReadOnlyList<ImportColumn> Columns { get; } = [new("value", false, "值")];

        public Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel) => Task.CompletedTask;
    }

    [Fact]
    public void Amounts_with_more_than_two_decimals_are_faults_unless_they_are_to_be_rounded()
    {
        Read("24.995", row => row.Money("value")).Code.ShouldBe("import.decimals");
        Read("24.995", row => row.Money("value"), rounds: true).Value.ShouldBe(new Money(2500));
        Read("-24.995", row => row.Money("value"), rounds: true).Value.ShouldBe(new Money(-2500));
        Read("24.9900", row => row.Money("value")).Value.ShouldBe(new Money(2499));
        Read("1e5", row => row.Money("value")).Code.ShouldBe("field.not-money");
        Read("99999999999999999999", row => row.Money("value")).Code.ShouldBe("field.too-large");
    }

    [Fact]
    public void Every_reader_tells_its_own_fault()
    {
        Read("x", row => row.Day("value")).Code.ShouldBe("import.not-day");
        Read("1850-01-01", row => row.Day("value")).Code.ShouldBe("field.year");
        Read("x", row => row.Month("value")).Code.ShouldBe("field.not-month");
        Read("x", row => row.Rate("value")).Code.ShouldBe("field.not-rate");
        Read("x", row => row.Quantity("value")).Code.ShouldBe("field.not-quantity");
        Read("1.5", row => row.Whole("value")).Code.ShouldBe("import.decimals");
        Read("x", row => row.Flag("value")).Code.ShouldBe("import.not-flag");
        Read("x", row => row.Email("value")).Code.ShouldBe("field.email");
        Read("x", row => row.OneOf("value", ("客户", 1), ("customer", 1))).Code.ShouldBe("field.not-one-of");
        Read("a\u0001b", row => row.Text("value")).Code.ShouldBe("field.characters");
        Read("abc", row => row.Text("value", 2)).Code.ShouldBe("field.too-long");
        Read(null, row => row.Required("value", row.Money("value"))).Code.ShouldBe("field.required");
        Read("x", row => row.Required("value", row.Money("value"))).Code.ShouldBe("field.not-money");
    }

    [Fact]
    public void Values_are_read_exactly()
    {
        Read("13%", row => row.Rate("value")).Value.ShouldBe(new Rate(130_000));
        Read("2024.994", row => row.UnitPrice("value")).Value.ShouldBe(new UnitPrice(20_249_940));
        Read("1.5", row => row.Quantity("value")).Value.ShouldBe(new Quantity(1_500));
        Read("客 户", row => row.OneOf("value", ("客户", 1), ("customer", 1))).Value.ShouldBe(1);
        Read("46234", row => row.Day("value"), sheet: true).Value.ShouldBe(new DateOnly(2026, 7, 31));
        Read(null, row => row.Money("value")).Value.ShouldBeNull();
    }

    [Fact]
    public void A_fault_names_line_heading_and_value()
    {
        var fault = Read("x", row => row.Money("value")).Fault!;
        (fault.Line, fault.Column, fault.Heading, fault.Value).ShouldBe((7, "value", "金额", "x"));
    }

    [Fact]
    public void A_value_is_new_until_its_batch_is_settled_or_forgotten()
    {
        var run = Run(rounds: false);
        run.SeenBefore("number", "A").ShouldBeFalse();
        run.SeenBefore("number", "A").ShouldBeTrue();
        run.SeenBefore("name", "A").ShouldBeFalse();
        run.Forget();
        run.SeenBefore("number", "A").ShouldBeFalse();
        run.Settle();
        run.SeenBefore("number", "A").ShouldBeTrue();
    }

    private static (object? Value, string? Code, ImportFault? Fault) Read<T>(string? text, Func<ImportRow, T> read, bool rounds = false, bool sheet = false)
    {
        var run = Run(rounds);
        var row = new ImportRow(7, [text], null, sheet, Layout, run);
        var value = read(row);
        row.HasFaults.ShouldBe(run.FaultCount > 0);
        return (value, run.Faults.FirstOrDefault()?.Code, run.Faults.FirstOrDefault());
    }

    private static readonly ImportLayout Layout = new(new Anything(), new Dictionary<string, string> { ["value"] = "金额" });

    private static ImportRun Run(bool rounds) => new(new ImportId(Guid.CreateVersion7()), null!, Caller.System("test"), Layout, null!, rounds, writes: false);
}
