using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Http;

/// <summary>A view of one record: its version goes out as the ETag.</summary>
public interface IHasVersion
{
    int Version { get; }
}

/// <summary>
/// Around every handler: the request checks itself; a write runs in one transaction that is committed before the answer leaves;
/// a repeated Idempotency-Key gets the first answer again.
/// </summary>
internal sealed class RequestFilter(TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        await CheckRequests(context);
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            || http.GetEndpoint()?.Metadata.GetMetadata<NoTransaction>() is not null)
        {
            return WithETag(http, await next(context));
        }

        var db = (AppDb)http.RequestServices.GetService(typeof(AppDb))!;
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0 || !HttpMethods.IsPost(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<NotRemembered>() is not null)
        {
            return WithETag(http, await db.InTransaction(async () => await next(context), http.RequestAborted));
        }

        return await Once(db, http, key, async () => WithETag(http, await next(context)));
    }

    /// <summary>All that is wrong with all that was sent, at once.</summary>
    private static async Task CheckRequests(EndpointFilterInvocationContext context)
    {
        var http = context.HttpContext;
        var check = new Check();
        foreach (var argument in context.Arguments)
        {
            if (argument is IChecked request)
            {
                var isWhole = StateCheck.Check(request, check);
                if (HttpMethods.IsGet(http.Request.Method))
                {
                    QueryCheck.Check(request, http.Request.Query, check);
                }

                if (isWhole)
                {
                    request.Check(check);
                }

                if (request is ICustomized customized)
                {
                    await http.RequestServices.GetRequiredService<CustomCheck>().Check(customized, HttpMethods.IsPost(http.Request.Method), check, http.RequestAborted);
                }
            }
        }

        // The framework read something it could not, and says only that: a part of the address, where it is nothing of the query.
        if (http.Response.StatusCode == StatusCodes.Status400BadRequest && check.Faults.Count == 0)
        {
            check.Add(http.Request.RouteValues.Keys.FirstOrDefault() ?? "", "field.not-valid");
        }

        check.ThrowIfAny();
    }

    private static object? WithETag(HttpContext http, object? result)
    {
        var value = result is IValueHttpResult wrapped ? wrapped.Value : result;
        if (value is IHasVersion { Version: var version })
        {
            http.Response.Headers.ETag = $"\"{version}\"";
        }

        return result;
    }

    /// <summary>
    /// The key is written first, in the same transaction as the work: a second request with it waits for the first to end, then
    /// finds its answer. A failed request leaves no key behind and may be tried again.
    /// </summary>
    private async Task<object?> Once(AppDb db, HttpContext http, string key, Func<Task<object?>> work)
    {
        if (key.Length > 100 || !Check.IsStorable(key))
        {
            throw Refusal.Faulty([Fault.At("Idempotency-Key", "field.too-long", ("max", 100))]);
        }

        var context = (CallerContext)http.RequestServices.GetService(typeof(CallerContext))!;
        var owner = context.CallerOrNull?.Account ?? new AccountId(Guid.Empty);
        var hash = await HashOf(http);
        if (await Earlier(db, http, owner, key, hash) is { } earlier)
        {
            return earlier;
        }

        try
        {
            return await db.InTransaction(async () =>
            {
                var row = new IdempotentRequest { AccountId = owner, Key = key, RequestHash = hash, At = clock.GetUtcNow() };
                db.Add(row);
                await db.SaveChangesAsync(http.RequestAborted);
                var result = await work();
                row.Status = (result as IStatusCodeHttpResult)?.StatusCode ?? 200;
                row.Answer = JsonSerializer.Serialize(result is IValueHttpResult wrapped ? wrapped.Value : result, JsonTypes.Options);
                row.ETag = http.Response.Headers.ETag.ToString();
                await db.SaveChangesAsync(http.RequestAborted);
                return result;
            }, http.RequestAborted);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation(out var constraint) && constraint.Contains("idempotent", StringComparison.Ordinal))
        {
            db.ChangeTracker.Clear();
            return await Earlier(db, http, owner, key, hash) ?? throw Refusal.Conflict("request.in-progress");
        }
    }

    private static async Task<object?> Earlier(AppDb db, HttpContext http, AccountId owner, string key, string hash)
    {
        var row = await db.Set<IdempotentRequest>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.AccountId == owner && row.Key == key, http.RequestAborted);
        if (row is null)
        {
            return null;
        }

        if (row.RequestHash != hash)
        {
            throw Refusal.Conflict("request.key-reused");
        }

        http.Response.Headers["Idempotent-Replay"] = "true";
        if (row.ETag.Length > 0)
        {
            http.Response.Headers.ETag = row.ETag;
        }

        return row.Answer == "null" ? Results.StatusCode(row.Status) : Results.Text(row.Answer, "application/json", statusCode: row.Status);
    }

    private static async Task<string> HashOf(HttpContext http)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n"));
        if (http.Request.Body.CanSeek)
        {
            http.Request.Body.Position = 0;
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>A creating POST that was answered, kept for a day so that its repetition gets the same answer.</summary>
[NotAudited]
internal sealed class IdempotentRequest
{
    public required AccountId AccountId { get; init; }

    public required string Key { get; init; }

    public required string RequestHash { get; init; }

    public required DateTimeOffset At { get; init; }

    public int Status { get; set; }

    public string Answer { get; set; } = "null";

    public string ETag { get; set; } = "";
}

internal sealed class IdempotentRequestTable : IEntityTypeConfiguration<IdempotentRequest>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<IdempotentRequest> table)
    {
        table.ToTable("platform_idempotent_request");
        table.HasKey(row => new { row.AccountId, row.Key });
        table.Property(row => row.Key).HasMaxLength(100);
        table.Property(row => row.RequestHash).HasMaxLength(64);
        table.Property(row => row.ETag).HasMaxLength(20);
        table.HasIndex(row => row.At);
    }
}
