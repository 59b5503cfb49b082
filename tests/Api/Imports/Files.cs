using System.Text;

namespace Yingpan.Tests.Api.Imports;

/// <summary>Uploads, and waiting for what follows them.</summary>
internal static class Files
{
    private static readonly HashSet<string> Busy = ["Checking", "Applying", "Undoing"];

    public static Task<Answer> Upload(this Client client, string kind, string content, int expect = 201) =>
        client.Upload(kind, Encoding.UTF8.GetBytes(content), expect);

    public static Task<Answer> Upload(this Client client, string kind, byte[] content, int expect = 201, string name = "file.csv")
    {
        byte[] body =
        [
            .. Encoding.UTF8.GetBytes($"--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n--x\r\n"
                + $"Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/plain\r\n\r\n"),
            .. content,
            .. "\r\n--x--\r\n"u8,
        ];
        return client.Send(HttpMethod.Post, "/api/imports", body, expect, contentType: "multipart/form-data; boundary=x");
    }

    public static string People(int from, int count, Func<int, string>? unit = null) =>
        "工号,姓名,部门,岗位,入职日期\n" + string.Concat(Enumerable.Range(from, count).Select(i => $"I{i:000000},新人{i},{unit?.Invoke(i) ?? "上海队"},销售代表,2024-01-05\n"));

    public static async Task<Answer> Step(this Client client, string import, string step, object? body = null)
    {
        await client.Post($"/api/imports/{import}/{step}", body, 202);
        return await client.Ended(import);
    }

    public static async Task<Answer> Ended(this Client client, string import, TimeSpan? patience = null)
    {
        Answer? answer = null;
        await Eventually.Holds(async () => !Busy.Contains((answer = await client.Get($"/api/imports/{import}", 200))["state"]), patience);
        return answer!;
    }

    public static int Number(this Answer answer, string member) => answer.Json.GetProperty(member).GetInt32();

    public static async Task<int> Newcomers(this Client client) => (await client.Get("/api/people?size=1&q=新人", 200)).Total;
}
