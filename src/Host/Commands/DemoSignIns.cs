using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Host.Commands;

/// <summary>Says at the command line who may sign in to the demo company; silent in any other.</summary>
internal static class DemoSignIns
{
    public static async Task Print(IServiceProvider services)
    {
        var facts = services.GetRequiredService<CompanyClock>().Facts;
        if (!facts.IsDemo)
        {
            return;
        }

        await using var scope = services.CreateAsyncScope();
        var demo = scope.ServiceProvider.GetRequiredService<IDemoSignIns>();
        var english = (await demo.In(Languages.English, CancellationToken.None)).ToDictionary(signIn => signIn.Login);
        Console.WriteLine($"{facts.Name} · {facts.NameEn}");
        foreach (var signIn in await demo.In(Languages.Chinese, CancellationToken.None))
        {
            Console.WriteLine($"  {signIn.Login,-10} {signIn.Password}   {signIn.Name} {signIn.Role} · {english[signIn.Login].Role}");
        }
    }
}
