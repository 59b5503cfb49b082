using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files.Rules;
using Yingpan.Platform.Http;

namespace Yingpan.Platform.Files;

/// <summary>
/// POST /api/files, multipart/form-data: one part <c>file</c>, and optionally <c>entity</c> and <c>entityId</c>, in any order. The bytes
/// go to disk as they come, and to their place only when everything about them is in order.
/// </summary>
internal sealed class UploadFile(
    AppDb db, Caller caller, FileStore store, FileVisibility visibility, IOptions<UploadOptions> options, TimeProvider clock)
{
    private const int LongestField = 200;

    private sealed class Received : IDisposable
    {
        public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

        public FileStream? Content { get; set; }

        public string Name { get; set; } = "";

        public string Sha256 { get; set; } = "";

        public void Dispose()
        {
            if (Content is { } content)
            {
                content.Dispose();
                File.Delete(content.Name);
            }
        }
    }

    public static async Task<Created<FileRow>> Handle(HttpContext http, UploadFile upload, CancellationToken cancel) => await upload.Take(http, cancel);

    private async Task<Created<FileRow>> Take(HttpContext http, CancellationToken cancel)
    {
        var largest = options.Value.LargestMegabytes * 1024L * 1024;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = largest + (64 * 1024);
        }

        using var received = await Receive(http, largest, cancel);
        var kind = Recognize(received);
        var (entity, entityId) = (received.Fields.GetValueOrDefault("entity"), received.Fields.GetValueOrDefault("entityId"));
        var check = new Check();
        check.That(entity is null == entityId is null, entity is null ? "entity" : "entityId", "field.required");
        check.OptionalText("entity", entity, 60);
        check.OptionalText("entityId", entityId, 60);
        check.ThrowIfAny();
        if (entity is not null && !await visibility.MayAttach(entity, entityId!, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var size = received.Content!.Length;
        await RefuseTooMuch(size, cancel);
        store.Keep(received.Content, received.Sha256);
        received.Content = null;
        var file = new StoredFile
        {
            Id = Id.New<FileId>(),
            Name = received.Name,
            ContentType = kind.ContentType,
            Size = size,
            Sha256 = received.Sha256,
            Entity = entity,
            EntityId = entityId,
            AccountId = caller.Account,
            PersonId = caller.Person,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(file);
        await db.InTransaction(async () =>
        {
            // The record may have gone, or become another one, while the bytes came in.
            if (entity is not null && !await visibility.MayAttach(entity, entityId!, cancel))
            {
                throw Refusal.NotFound("record.not-found");
            }

            await db.SaveChangesAsync(cancel);
        }, cancel);
        return TypedResults.Created($"/api/files/{file.Id}", FileRow.Of(file, null));
    }

    private async Task<Received> Receive(HttpContext http, long largest, CancellationToken cancel)
    {
        var form = Multipart.Of(http.Request);
        var received = new Received();
        try
        {
            while (await form.Next(cancel) is { } part)
            {
                await TakePart(part, received, largest, cancel);
            }
        }
        catch
        {
            received.Dispose();
            throw;
        }

        return received.Content is null ? throw Refusal.Faulty([Fault.At("file", "field.required")]) : received;
    }

    private async Task TakePart(FormPart part, Received received, long largest, CancellationToken cancel)
    {
        var field = part.Field;
        if ((part.IsFile && (field != "file" || received.Content is not null)) || (!part.IsFile && field is not ("entity" or "entityId")) || received.Fields.ContainsKey(field))
        {
            throw Refusal.Faulty([Fault.At(field is "file" or "entity" or "entityId" ? field : "", field is "file" or "entity" or "entityId" ? "field.repeated" : "field.unknown")]);
        }

        if (!part.IsFile)
        {
            received.Fields[field] = await part.Text(LongestField, cancel);
            return;
        }

        received.Name = FileNames.Clean(part.FileName);
        received.Content = store.Temporary();
        received.Sha256 = await Copy(part, received.Content, largest, cancel);
    }

    private async Task<string> Copy(FormPart from, FileStream to, long largest, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while ((read = await from.Read(buffer, cancel)) > 0)
            {
                if (to.Position + read > largest)
                {
                    throw Refusal.Faulty([Fault.At("file", "file.too-large", ("max", options.Value.LargestMegabytes))]);
                }

                hash.AppendData(buffer.AsSpan(0, read));
                await to.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private FileKind Recognize(Received received)
    {
        var allowed = options.Value.Extensions;
        var extension = FileNames.ExtensionOf(received.Name);
        if (FileKinds.ByExtension(extension) is not { } kind || !allowed.Contains(extension))
        {
            throw Refusal.Faulty([Fault.At("file", "file.type", ("allowed", string.Join(", ", allowed)))]);
        }

        var content = received.Content!;
        content.Position = 0;
        Span<byte> head = stackalloc byte[FileKinds.HeadLength];
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var found = FileKinds.Sniff(head);
        return found is not null && FileKinds.Fits(kind, found == "zip" ? InZip(content) ?? "" : found)
            ? kind
            : throw Refusal.Faulty([Fault.At("file", "file.content", ("type", extension))]);
    }

    /// <summary>Only the list of names is read, nothing is unpacked.</summary>
    private static string? InZip(FileStream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return FileKinds.OfZip(zip.Entries.Select(entry => entry.FullName));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private async Task RefuseTooMuch(long size, CancellationToken cancel)
    {
        var yesterday = clock.GetUtcNow().AddDays(-1);
        var today = await db.Set<StoredFile>().Where(file => file.AccountId == caller.Account && file.CreatedAt > yesterday).SumAsync(file => file.Size, cancel);
        if (today + size > options.Value.DailyMegabytes * 1024L * 1024)
        {
            throw Refusal.TooMany("file.too-much", ("megabytes", options.Value.DailyMegabytes), ("seconds", 3600));
        }
    }
}
