using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Yingpan.Tests.Api.LongestFirst))]

namespace Yingpan.Tests.Api;

/// <summary>What takes minutes begins at once: at the end it would be alone, with a core that has nothing to do.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["DemoOn", "CommandTests", "ImportProcessTests", "AdventureWorksTests", "WalkTests", "HostileTests", "KillTests", "ImportTests"];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections) where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(tests => Array.FindIndex(Long, name => tests.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is var at and >= 0 ? at : Long.Length)];
}
