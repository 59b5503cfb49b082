using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Yingpan.Tests.Api;

public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Runs the theory on SQLite and on PostgreSQL. <c>[Theory, Databases]</c> passes the database alone;
/// <c>[Theory, Databases("csv", "xlsx")]</c> passes it with each of the cases.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DatabasesAttribute(params object[] cases) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows =
            from database in Enum.GetValues<Database>()
            from one in cases.Length == 0 ? new object?[] { null } : cases
            select (ITheoryDataRow)(one is null ? new TheoryDataRow(database) : new TheoryDataRow(database, one));
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. rows]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
