using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Identity;

/// <summary>A sign-in of the demo company, shown on the sign-in page of the demo company and nowhere else.</summary>
public sealed record DemoSignIn(string Login, string Password, string Name, string Role);

/// <summary>Filled by the demo; empty in every other company.</summary>
public interface IDemoSignIns
{
    /// <param name="language">Of the names of the roles.</param>
    Task<IReadOnlyList<DemoSignIn>> In(string language, CancellationToken cancel);
}

/// <summary>GET /api/welcome: what the sign-in page shows.</summary>
internal static class Welcome
{
    public sealed record View(CompanyView Company, IReadOnlyList<DemoSignIn> DemoSignIns, string Version);

    public static async Task<View> Handle(HttpContext http, CompanyClock clock, [FromServices] IDemoSignIns? demo, CancellationToken cancel) => new(
        CompanyView.Of(clock),
        clock.Facts.IsDemo && demo is not null ? await demo.In(Languages.Of(http), cancel) : [],
        typeof(Welcome).Assembly.GetName().Version!.ToString(3));
}
