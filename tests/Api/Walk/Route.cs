using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Platform.Access;

namespace Yingpan.Tests.Api.Walk;

/// <summary>A route of the server, found by itself: <c>PUT /api/customers/{id}</c>.</summary>
internal sealed record Route(string Method, string Pattern, Permission Permission, bool TakesBody)
{
    /// <summary><c>customers</c> of <c>/api/customers/{id}</c>.</summary>
    public string Kind => Pattern.Split('/')[2];

    public bool HasParameter => Pattern.Contains('{', StringComparison.Ordinal);

    /// <summary>More than one parameter, or one that is not that of the record the route is about.</summary>
    public bool IsNested => Pattern.Count(c => c == '{') > 1;

    public bool Reads => Method == "GET";

    public override string ToString() => $"{Method} {Pattern}";

    public static IReadOnlyList<Route> All(House house) =>
    [
        .. from endpoint in house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = "/" + (endpoint.RoutePattern.RawText ?? "").Trim('/')
        where pattern.StartsWith("/api/", StringComparison.Ordinal) && !pattern.Contains("{**", StringComparison.Ordinal)
        let permission = endpoint.Metadata.GetMetadata<Permission>() ?? throw new InvalidOperationException($"{pattern} names no permission.")
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        orderby pattern, method
        select new Route(method, WithoutConstraints(pattern), permission, endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null),
    ];

    private static string WithoutConstraints(string pattern) => Regex.Replace(pattern, @"\{(?<name>\w+):[^}]*\}", "{${name}}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
