using System.Buffers;
using System.Text;
using Yingpan.Platform.Backups;

namespace Yingpan.Tests.Rules.Platform;

public sealed class BackupRowsTests
{
    private static readonly BackupColumn[] Columns =
    [
        new("id", ValueKind.Id, false, "uuid", false),
        new("name", ValueKind.Text, true, "text", false),
        new("amount", ValueKind.Integer, false, "bigint", false),
        new("at", ValueKind.Instant, false, "timestamptz", false),
    ];

    [Fact]
    public void A_row_is_read_as_it_was_written()
    {
        var values = Read("""["0199aaaa-0000-7000-8000-000000000001","引号\"和\n换行😀",-5,"2026-07-15T02:00:00.000001Z"]""");
        values[0].ShouldBe(Guid.Parse("0199aaaa-0000-7000-8000-000000000001"));
        values[1].ShouldBe("引号\"和\n换行😀");
        values[2].ShouldBe(-5L);
        values[3].ShouldBe(new DateTime(2026, 7, 15, 2, 0, 0, DateTimeKind.Utc).AddTicks(10));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""["0199aaaa-0000-7000-8000-000000000001","a",1]""")]
    [InlineData("""["0199aaaa-0000-7000-8000-000000000001","a",1,"2026-07-15T02:00:00Z",1]""")]
    [InlineData("""["0199aaaa-0000-7000-8000-000000000001","a",1,"2026-07-15T02:00:00Z"] []""")]
    [InlineData("""["not an id","a",1,"2026-07-15T02:00:00Z"]""")]
    [InlineData("""["0199aaaa-0000-7000-8000-000000000001","a","1","2026-07-15T02:00:00Z"]""")]
    [InlineData("""["0199aaaa-0000-7000-8000-000000000001","a",1.5,"2026-07-15T02:00:00Z"]""")]
    [InlineData("""["0199aaaa-0000-7000-8000-000000000001","a",99999999999999999999,"2026-07-15T02:00:00Z"]""")]
    [InlineData("""["0199aaaa-0000-7000-8000-000000000001","a",1,"yesterday"]""")]
    [InlineData("""["0199aaaa-0000-7000-8000-000000000001","a\u0000b",1,"2026-07-15T02:00:00Z"]""")]
    [InlineData("""["0199aaaa-0000-7000-8000-000000000001",{"a":1},1,"2026-07-15T02:00:00Z"]""")]
    [InlineData("""[null,"a",1,"2026-07-15T02:00:00Z"]""")]
    public void Anything_else_is_no_row(string line) => Should.Throw<FormatException>(() => Read(line));

    private static object?[] Read(string line)
    {
        var values = new object?[Columns.Length];
        BackupRows.Read(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(line)), Columns, values);
        return values;
    }
}
