namespace Yingpan.Host.Commands;

/// <summary><c>yingpan migrate</c>: brings the database to this version and ends.</summary>
internal static class Migrate
{
    public static async Task<int> Run(string[] args)
    {
        await using var app = Server.Build(args);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstStart>().Migrate(CancellationToken.None);
        return 0;
    }
}
