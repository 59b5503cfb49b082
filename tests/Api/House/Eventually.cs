namespace Yingpan.Tests.Api;

/// <summary>For what the server does after it has answered.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="patience">A minute unless told.</param>
    public static async Task Holds(Func<Task<bool>> condition, TimeSpan? patience = null)
    {
        var most = patience ?? Patience;
        var began = System.Diagnostics.Stopwatch.StartNew();
        while (!await condition())
        {
            if (began.Elapsed > most)
            {
                throw new Xunit.Sdk.XunitException($"Still not so after {most.TotalSeconds} seconds.");
            }

            await Task.Delay(50);
        }
    }
}
