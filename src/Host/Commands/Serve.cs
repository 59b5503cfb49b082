using Yingpan.Platform.Modules;

namespace Yingpan.Host.Commands;

/// <summary><c>yingpan serve [--demo] [--data DIR] [--urls …]</c></summary>
internal static class Serve
{
    public static async Task<int> Run(string[] args)
    {
        var demo = args.Contains("--demo");
        var app = Server.Assemble([.. args.Where(argument => argument != "--demo")]);
        // Side by side: each of the two takes about as long as the other, and neither needs it.
        var house = Task.Run(() => Open(app.Services, demo));
        Server.Map(app);
        await house;
        await app.StartAsync();
        Console.WriteLine($"营盘 Yingpan: {string.Join(" ", app.Urls)}");
        await DemoSignIns.Print(app.Services);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task Open(IServiceProvider services, bool demo)
    {
        await using var scope = services.CreateAsyncScope();
        var start = scope.ServiceProvider.GetRequiredService<FirstStart>();
        await start.Migrate(CancellationToken.None);
        if (await start.Load(CancellationToken.None))
        {
            await scope.ServiceProvider.TakeBackLeft();
            return;
        }

        if (demo)
        {
            Console.WriteLine("正在生成示范公司 · Filling the demo company …");
            await start.FillDemo(CancellationToken.None);
        }
        else
        {
            var (login, password) = await start.Open(CompanyFacts.Unnamed, CancellationToken.None);
            await start.Furnish(CancellationToken.None);
            Console.WriteLine($"新系统已建立 · A new house is open: {login} / {password}");
        }
    }
}
