namespace Yingpan.Tests.Api;

/// <summary>For what the server does after it has answered.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task Holds(Func<Task<bool>> condition)
    {
        var began = System.Diagnostics.Stopwatch.StartNew();
        while (!await condition())
        {
            if (began.Elapsed > Patience)
            {
                throw new Xunit.Sdk.XunitException($"Still not so after {Patience.TotalSeconds} seconds.");
            }

            await Task.Delay(50);
        }
    }
}
