namespace Yingpan.Host.Commands;

/// <summary><c>yingpan demo [--data DIR]</c>: fills an empty system with the demo company and ends.</summary>
internal static class FillDemo
{
    public static async Task<int> Run(string[] args)
    {
        await using var app = Server.Build(args);
        await using var scope = app.Services.CreateAsyncScope();
        var start = scope.ServiceProvider.GetRequiredService<FirstStart>();
        await start.Migrate(CancellationToken.None);
        if (await start.Load(CancellationToken.None))
        {
            Console.Error.WriteLine("系统里已有公司,示范数据只能填入空系统 · There is a company already; the demo fills an empty system only.");
            return 1;
        }

        await start.FillDemo(CancellationToken.None);
        await DemoSignIns.Print(app.Services);
        return 0;
    }
}
