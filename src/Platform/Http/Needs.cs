using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Identity;

namespace Yingpan.Platform.Http;

/// <summary>On a route whose handler manages its own transactions, because it takes in or gives out a stream.</summary>
public sealed record NoTransaction
{
    public static readonly NoTransaction Instance = new();
}

/// <summary>On a route whose answer is told once: a repetition does its work again, and nothing of the answer is kept for it.</summary>
public sealed record NotRemembered
{
    public static readonly NotRemembered Instance = new();
}

public static class Needs
{
    /// <summary>Every route says who may call it. A route that does not is a failure at start.</summary>
    public static RouteHandlerBuilder Require(this RouteHandlerBuilder route, Permission permission) => route.WithMetadata(permission);

    public static RouteHandlerBuilder WithoutTransaction(this RouteHandlerBuilder route) => route.WithMetadata(NoTransaction.Instance);

    /// <summary>The answer is a secret: a value that is otherwise masked, a token, a key.</summary>
    public static RouteHandlerBuilder AnswersWithSecret(this RouteHandlerBuilder route) => route.WithMetadata(NotRemembered.Instance);

    /// <summary>Asked before the body of the request is read.</summary>
    internal static Task Middleware(HttpContext http, RequestDelegate next)
    {
        var permission = http.GetEndpoint()?.Metadata.GetMetadata<Permission>();
        if (permission is null || permission == Permission.Anyone)
        {
            return next(http);
        }

        var context = (CallerContext)http.RequestServices.GetService(typeof(CallerContext))!;
        if (context.CallerOrNull is not { } caller)
        {
            throw Refusal.Forbidden("session.required");
        }

        if (http.Items[typeof(KnownSession)] is KnownSession { MustChangePassword: true } && !IsOwnPassword(http))
        {
            throw Refusal.Forbidden("permission.password-first");
        }

        if (!caller.May(permission))
        {
            throw permission.Missing();
        }

        context.Via = $"{http.Request.Method} {(http.GetEndpoint() as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText}";
        return next(http);
    }

    private static bool IsOwnPassword(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api/profile", StringComparison.Ordinal)
        || http.Request.Path.StartsWithSegments("/api/session", StringComparison.Ordinal);
}
