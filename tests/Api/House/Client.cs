using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Yingpan.Tests.Api;

/// <summary>Somebody at the other end of the wire: a browser with its cookie, or a program with its token.</summary>
public sealed class Client(HttpClient http, Func<string> serverLog) : IDisposable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public HttpClient Http { get; } = http;

    public Task<Answer> Get(string path, int expect = 0, string? language = null) => Send(HttpMethod.Get, path, expect: expect, language: language);

    public Task<Answer> Post(string path, object? body = null, int expect = 0, string? key = null, int? seen = null) =>
        Send(HttpMethod.Post, path, body, expect, key, seen);

    /// <param name="seen">The version the editor saw, sent as If-Match.</param>
    public Task<Answer> Put(string path, object? body, int? seen = null, int expect = 0) => Send(HttpMethod.Put, path, body, expect, seen: seen);

    public Task<Answer> Delete(string path, int? seen = null, int expect = 0) => Send(HttpMethod.Delete, path, expect: expect, seen: seen);

    /// <param name="body">An object becomes JSON; a string is sent as it is.</param>
    /// <param name="expect">The status that must come back; 0 takes any but our own failures (5xx).</param>
    public async Task<Answer> Send(
        HttpMethod method, string path, object? body = null, int expect = 0, string? key = null, int? seen = null, string? language = null,
        string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body as byte[] ?? Encoding.UTF8.GetBytes(body as string ?? JsonSerializer.Serialize(body, Web)));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            // A body that may be refused for its size waits for the word: otherwise the answer to one still being sent can be lost with its connection.
            request.Headers.ExpectContinue = request.Content.Headers.ContentLength > 1_000_000;
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (seen is { } version)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }

        if (language is not null)
        {
            request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        // A stream of events never ends by itself; that it began is its answer.
        var isStream = response.Content.Headers.ContentType?.MediaType == "text/event-stream";
        var answer = new Answer($"{method} {path}", (int)response.StatusCode, isStream ? [] : await response.Content.ReadAsByteArrayAsync(), response);
        if (expect != 0 ? answer.Status != expect : answer.Status >= 500)
        {
            throw new Xunit.Sdk.XunitException(
                $"{answer.What} answered {answer.Status}{(expect == 0 ? "" : $" instead of {expect}")}: {answer.Text}\n{(answer.Status >= 500 ? serverLog() : "")}");
        }

        return answer;
    }

    public void Dispose() => Http.Dispose();
}

/// <summary>What came back.</summary>
public sealed class Answer(string what, int status, byte[] bytes, HttpResponseMessage response)
{
    private JsonElement? json;

    public string What { get; } = what;

    public int Status { get; } = status;

    public byte[] Bytes { get; } = bytes;

    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => json ??= JsonDocument.Parse(Bytes).RootElement;

    public string ContentType { get; } = response.Content.Headers.ContentType?.ToString() ?? "";

    public Dictionary<string, string> Headers { get; } = response.Headers.Concat(response.Content.Headers)
        .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);

    public string Id => this["id"];

    public int Version => Json.GetProperty("version").GetInt32();

    /// <summary>The stable code of a problem.</summary>
    public string Code => this["code"];

    public string this[string member] => Json.GetProperty(member).ToString();

    public IReadOnlyList<JsonElement> Items => [.. Json.GetProperty("items").EnumerateArray()];

    public int Total => Json.GetProperty("total").GetInt32();

    /// <summary>The faults of a 400: <c>name: field.required</c>.</summary>
    public IReadOnlyList<string> Faults => Json.TryGetProperty("faults", out var faults)
        ? [.. faults.EnumerateArray().Select(fault => $"{fault.GetProperty("field")}: {fault.GetProperty("code")}").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>One member of all items, in their order.</summary>
    public IReadOnlyList<string> Column(string member) =>
        [.. Items.Select(item => item.TryGetProperty(member, out var value) ? value.ToString() : "")];
}
