using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Platform.Identity;

/// <summary>A sign-in of the demo company, shown on the sign-in page of the demo company and nowhere else.</summary>
public sealed record DemoSignIn(string Login, string Password, string Name, string Role);

/// <summary>Filled by the demo; empty in every other company.</summary>
public interface IDemoSignIns
{
    IReadOnlyList<DemoSignIn> All { get; }
}

/// <summary>GET /api/welcome: what the sign-in page shows.</summary>
internal static class Welcome
{
    public sealed record View(CompanyView Company, IReadOnlyList<DemoSignIn> DemoSignIns, string Version);

    public static View Handle(CompanyClock clock, IEnumerable<IDemoSignIns> demo) => new(
        CompanyView.Of(clock),
        clock.Facts.IsDemo ? [.. demo.SelectMany(source => source.All)] : [],
        typeof(Welcome).Assembly.GetName().Version!.ToString(3));
}
