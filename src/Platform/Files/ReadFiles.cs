using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;

namespace Yingpan.Platform.Files;

internal sealed record FileRow
{
    public required FileId Id { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public PersonId? PersonId { get; init; }

    public string? PersonName { get; init; }

    public static FileRow Of(StoredFile file, string? personName) => new()
    {
        Id = file.Id,
        Name = file.Name,
        ContentType = file.ContentType,
        Size = file.Size,
        CreatedAt = file.CreatedAt,
        PersonId = file.PersonId,
        PersonName = personName,
    };
}

/// <summary>GET /api/files?entity=customers_customer&amp;entityId=…: the files of one record, the newest first.</summary>
internal static class ListFiles
{
    public sealed class Query : IChecked
    {
        public required string Entity { get; init; }

        public required string EntityId { get; init; }

        public void Check(Check check)
        {
            check.Text("entity", Entity, 60);
            check.Text("entityId", EntityId, 60);
        }
    }

    public sealed record View(IReadOnlyList<FileRow> Items, IReadOnlyList<string> Can);

    public static async Task<View> Handle([AsParameters] Query query, AppDb db, FileVisibility visibility, IPeopleNames people, CancellationToken cancel)
    {
        if (!await visibility.MaySee(query.Entity, query.EntityId, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var files = await db.Set<StoredFile>().AsNoTracking().Where(file => file.Entity == query.Entity && file.EntityId == query.EntityId)
            .OrderByDescending(file => file.CreatedAt).ThenByDescending(file => file.Id).ToListAsync(cancel);
        var names = await people.Of([.. files.Select(file => file.PersonId).OfType<PersonId>().Distinct()], cancel);
        return new View(
            [.. files.Select(file => FileRow.Of(file, file.PersonId is { } person ? names.GetValueOrDefault(person) : null))],
            await visibility.MayAttach(query.Entity, query.EntityId, cancel) ? ["attach", "delete"] : []);
    }
}

/// <summary>
/// GET /api/files/{id}: saved by the browser under its own name, never run in our origin. <c>?inline=true</c> shows a picture in the page.
/// </summary>
internal static class DownloadFile
{
    public static async Task<IResult> Handle(
        FileId id, bool? inline, HttpContext http, AppDb db, FileStore store, FileVisibility visibility, CancellationToken cancel)
    {
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(file => file.Id == id, cancel);
        if (file is null || !await visibility.MaySee(file, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var path = store.PathOf(file.Sha256);
        if (!File.Exists(path))
        {
            throw Refusal.NotFound("file.lost");
        }

        var shown = inline == true && Rules.FileKinds.ByExtension(Rules.FileNames.ExtensionOf(file.Name)) is { IsPicture: true };
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(path, file.ContentType, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""));
    }
}

/// <summary>DELETE /api/files/{id}: its bytes are swept away a day later, if no other row names them.</summary>
internal static class RemoveFile
{
    public static async Task<NoContent> Handle(FileId id, AppDb db, FileVisibility visibility, CancellationToken cancel)
    {
        var file = await db.Set<StoredFile>().FirstOrDefaultAsync(file => file.Id == id, cancel);
        if (file is null || !await visibility.MaySee(file, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        if (!await visibility.MayDelete(file, cancel))
        {
            throw Refusal.Forbidden("record.out-of-reach");
        }

        db.Remove(file);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
