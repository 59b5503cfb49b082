using Microsoft.Extensions.DependencyInjection;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;

namespace Yingpan.Tests.Api.Collaboration;

/// <summary>What the tests of working together do again and again.</summary>
internal static class TogetherDeeds
{
    /// <summary>Kinds of what somebody was told, those that begin so.</summary>
    public static async Task<IReadOnlyList<string>> Told(this House house, Client client, string beginning)
    {
        house.ShouldNotBeNull();
        return [.. (await client.Get("/api/notifications?size=200", 200)).Column("kind").Where(kind => kind.StartsWith(beginning, StringComparison.Ordinal))];
    }

    /// <summary>A recurring job, and then the days of somebody's tasks.</summary>
    public static async Task<IReadOnlyList<string>> Run2(this House house, string job, Client client)
    {
        await house.Run(job);
        return [.. (await client.Get("/api/tasks?size=200", 200)).Items.Where(task => task.GetProperty("comesRound").GetBoolean())
            .Select(task => task.GetProperty("dueOn").GetString()!).Order(StringComparer.Ordinal)];
    }

    /// <summary>A recurring job, now.</summary>
    public static Task Run(this House house, string job) => house.Inside(async (AppDb _, IServiceProvider services) =>
    {
        await services.GetServices<JobKind>().First(kind => kind.Name == job).Run(services, "null", CancellationToken.None);
        return true;
    });
}
