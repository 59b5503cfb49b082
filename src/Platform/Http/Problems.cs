using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Http;

/// <summary>
/// The one error shape (RFC 9457). Programs read <see cref="Code"/> and <see cref="Params"/>; people read the sentences, which are in
/// the language the request asked for.
/// </summary>
public sealed record Problem
{
    public string Type { get; init; } = "about:blank";

    public required string Title { get; init; }

    public required int Status { get; init; }

    public required string Detail { get; init; }

    public required string Code { get; init; }

    public IReadOnlyDictionary<string, object?> Params { get; init; } = new Dictionary<string, object?>();

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProblemFault>? Faults { get; init; }

    /// <summary>For failures of ours: what to tell the operator, who finds it in the log.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; init; }
}

public sealed record ProblemFault(string Field, string Code, string Message, IReadOnlyDictionary<string, object?> Params);

public static class Problems
{
    public static Task Write(HttpContext http, Refusal refusal)
    {
        var texts = (TextBook)http.RequestServices.GetService(typeof(TextBook))!;
        var language = Languages.Of(http);
        var status = StatusOf(refusal);
        if (refusal.Kind == RefusalKind.TooMany && refusal.Params.TryGetValue("seconds", out var seconds))
        {
            http.Response.Headers.RetryAfter = seconds?.ToString();
        }

        return Write(http, new Problem
        {
            Title = texts.Say($"status.{status}", language),
            Status = status,
            Detail = texts.Say(refusal.Code, language, refusal.Params),
            Code = refusal.Code,
            Params = Plain(refusal.Params),
            Faults = refusal.Faults.Count == 0 ? null : [.. refusal.Faults.Select(fault =>
                new ProblemFault(fault.Field, fault.Code, texts.Say(fault.Code, language, fault.Params), Plain(fault.Params)))],
        });
    }

    public static Task Write(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        return http.Response.WriteAsJsonAsync(problem, JsonTypes.Options, "application/problem+json", http.RequestAborted);
    }

    /// <summary>Parameters are told as they are said: ids, days and amounts as text.</summary>
    private static Dictionary<string, object?> Plain(IReadOnlyDictionary<string, object?> parameters) =>
        parameters.ToDictionary(pair => pair.Key, pair => pair.Value is null or string or int or long or bool ? pair.Value : pair.Value.ToString());

    private static int StatusOf(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Faulty => 400,
        RefusalKind.Forbidden when refusal.Code.StartsWith("session.", StringComparison.Ordinal) => 401,
        RefusalKind.Forbidden => 403,
        RefusalKind.NotFound => 404,
        RefusalKind.Conflict => 409,
        RefusalKind.Stale when refusal.Code == "version.required" => 428,
        RefusalKind.Stale => 412,
        RefusalKind.TooMany => 429,
        _ => 500,
    };
}

/// <summary>
/// Turns whatever was thrown into the one error shape. What is not a refusal is a fault of ours and is logged. (Not the framework's
/// handler, which clears the headers already set, the security headers among them.)
/// </summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log, TextBook texts)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; there is nobody to tell.
            http.Response.StatusCode = 499;
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            http.Response.Headers.Remove("ETag");
            await Tell(http, exception);
        }
    }

    private async Task Tell(HttpContext http, Exception exception)
    {
        if (await Understand(http, exception) is { } refusal)
        {
            await Problems.Write(http, refusal);
            return;
        }

        var language = Languages.Of(http);
        if (exception is BadHttpRequestException { StatusCode: not 400 } wrong)
        {
            await Problems.Write(http, Sentence(wrong.StatusCode, $"request.status-{wrong.StatusCode}", language, null));
            return;
        }

        if (DatabaseDifferences.IsContention(exception) || DatabaseDifferences.IsContention(exception.InnerException))
        {
            http.Response.Headers.RetryAfter = "1";
            await Problems.Write(http, Sentence(503, "server.busy", language, null));
            return;
        }

        var trace = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        Failed(log, http.Request.Method, http.GetEndpoint()?.DisplayName, trace, exception);
        await Problems.Write(http, Sentence(500, "server.failed", language, trace));
    }

    private Problem Sentence(int status, string code, string language, string? trace) => new()
    {
        Title = texts.Say($"status.{status}", language),
        Status = status,
        Detail = texts.Say(code, language),
        Code = code,
        TraceId = trace,
    };

    private static async Task<Refusal?> Understand(HttpContext http, Exception exception)
    {
        switch (exception)
        {
            case Refusal refusal:
                return refusal;
            case DbUpdateConcurrencyException:
                return Refusal.Stale("version.stale");
            case DbUpdateException update when update.IsUniqueViolation(out var constraint):
                return Refusal.Conflict("record.duplicate", ("constraint", constraint));
            case DbUpdateException update when update.IsReferenceViolation():
                return Refusal.Conflict("record.referenced");
            case BadHttpRequestException { StatusCode: 400 } bad:
                return Refusal.Faulty(await Faults(http, bad));
            default:
                return null;
        }
    }

    private static async Task<IReadOnlyList<Fault>> Faults(HttpContext http, BadHttpRequestException bad)
    {
        var type = http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        if (bad.InnerException is JsonException && type is not null && http.Request.Body.CanSeek)
        {
            http.Request.Body.Position = 0;
            using var copy = new MemoryStream();
            await http.Request.Body.CopyToAsync(copy, http.RequestAborted);
            return JsonFaults.Find(copy.ToArray(), type, JsonTypes.Options);
        }

        // The framework names the parameter only in its sentence: Failed to bind parameter "Nullable<int> Page" from "abc".
        // Or: Required parameter "DateOnly From" was not provided from query string.
        var quoted = bad.Message.Split('"');
        return [quoted.Length >= 5 || bad.Message.StartsWith("Required parameter \"", StringComparison.Ordinal)
            ? Fault.At(JsonNamingPolicy.CamelCase.ConvertName(quoted[1].Split(' ')[^1]), quoted.Length >= 5 ? "field.not-valid" : "field.required")
            : Fault.At("", "request.malformed", ("line", 1), ("column", 1))];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed, trace {Trace}")]
    private static partial void Failed(ILogger log, string method, string? route, string trace, Exception failure);
}
