using FsCheck;
using FsCheck.Fluent;

namespace Yingpan.Tests.Rules;

internal static class Proof
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(
        int.TryParse(Environment.GetEnvironmentVariable("TEST_CASES"), out var cases) ? cases : 1000);

    /// <summary>
    /// Tries the property on a thousand cases, or as many as TEST_CASES says: what fails once in a thousand cases shall be found here, not on
    /// the day that chance brings it up.
    /// </summary>
    public static void Prove(this Property property) => property.Check(Config);
}
