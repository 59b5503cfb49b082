using System.Text;

namespace Yingpan.Tests.Api.Operations;

internal static class Uploads
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\nhello");
    public static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    /// <summary>As a browser sends a form with a file.</summary>
    public static async Task<Answer> Upload(
        this Client client, string name, byte[] content, int expect = 0, string? entity = null, string? entityId = null, string part = "file")
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(content);
        form.Add(file, part, name);
        if (entity is not null)
        {
            form.Add(new StringContent(entity), "entity");
        }

        if (entityId is not null)
        {
            form.Add(new StringContent(entityId), "entityId");
        }

        return await client.Send(HttpMethod.Post, "/api/files", await form.ReadAsByteArrayAsync(), expect, contentType: form.Headers.ContentType!.ToString());
    }
}
