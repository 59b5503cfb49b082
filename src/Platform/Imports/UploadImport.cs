using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Imports.Reading;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Imports;

/// <summary>POST /api/imports: multipart, the field <c>kind</c> before the field <c>file</c>, which is streamed to where it is kept.</summary>
internal static class UploadImport
{
    private const int LongestKind = 64;

    /// <summary>The form, for the description of the API only: bound as a form it would be read into memory or temporary files first.</summary>
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext _, CancellationToken __)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { "kind", "file" },
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["kind"] = new OpenApiSchema { Type = JsonSchemaType.String },
                            ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                        },
                    },
                },
            },
        };
        return Task.CompletedTask;
    }

    public static async Task<Created<ImportView>> Handle(
        HttpContext http, AppDb db, Caller caller, Importers importers, ImportFiles files, TextBook texts, TimeProvider clock, IOptions<ImportOptions> limits, CancellationToken cancel)
    {
        var id = Id.New<ImportId>();
        try
        {
            var (importer, name, size) = await Receive(http, caller, importers, files, id, limits.Value, cancel);
            var import = await Recognise(id, importer.Kind, name, size, caller, files, clock, limits.Value, cancel);
            await Propose(import, importer, importers, db, cancel);
            await db.InTransaction(async () =>
            {
                db.Add(import);
                await db.SaveChangesAsync(cancel);
            }, cancel);
            return TypedResults.Created($"/api/imports/{id}", ImportView.Of(import, importer, caller, texts, Languages.Of(http)));
        }
        catch
        {
            files.Delete(id);
            throw;
        }
    }

    /// <summary>Headings known from saved mappings first, by their own names otherwise; refuses a first row that looks like data.</summary>
    public static async Task Propose(Import import, IImporter importer, Importers importers, AppDb db, CancellationToken cancel)
    {
        var headings = StoredJson.List(import.Headings);
        var proposed = importers.Propose(importer, headings);
        var saved = await db.Set<ImportTemplate>().AsNoTracking().Where(template => template.Kind == import.Kind).OrderBy(template => template.Name).ToListAsync(cancel);
        var mappings = saved.ConvertAll<IReadOnlyDictionary<string, string>>(template => StoredJson.Map(template.Mapping));
        if (Rules.Headings.BestOf(headings, mappings) is { } best && mappings[best].Count >= proposed.Count)
        {
            import.Mapping = saved[best].Mapping;
            import.RoundsAmounts = saved[best].RoundsAmounts;
            return;
        }

        if (Rules.Headings.LooksLikeData(headings, proposed.Count))
        {
            throw FileRefused.Because("import.no-headings");
        }

        import.Mapping = StoredJson.Write(proposed);
    }

    public static async Task<Import> Recognise(
        ImportId id, string kind, string name, long size, Caller caller, ImportFiles files, TimeProvider clock, ImportOptions limits, CancellationToken cancel)
    {
        var path = files.PathOf(id);
        var facts = await ImportFile.Recognise(path, limits, cancel);
        var sheet = facts.Sheets.Count > 0 ? facts.Sheets[0] : null;
        var source = await ImportFile.Open(path, facts.Format, facts.Encoding, sheet, cancel);
        return new Import
        {
            Id = id,
            Kind = kind,
            AccountId = caller.Account,
            Login = caller.Login,
            FileName = name,
            FileSize = size,
            Format = facts.Format,
            Encoding = facts.Encoding,
            Sheets = StoredJson.Write(facts.Sheets),
            Sheet = sheet,
            Headings = StoredJson.Write(source.Headings),
            UploadedAt = clock.GetUtcNow(),
        };
    }

    private static async Task<(IImporter Importer, string Name, long Size)> Receive(
        HttpContext http, Caller caller, Importers importers, ImportFiles files, ImportId id, ImportOptions limits, CancellationToken cancel)
    {
        var most = limits.FileMegabytes * 1_000_000L;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = most + 64 * 1024;
        }

        var form = Multipart.Of(http.Request);
        IImporter? importer = null;
        while (await form.Next(cancel) is { } part)
        {
            switch (part.Field)
            {
                case "kind":
                    importer = importers.Require(await part.Text(LongestKind, cancel), caller);
                    break;
                case "file" when importer is null:
                    throw Refusal.Faulty([Fault.At("kind", "field.required")]);
                case "file":
                    return (importer, NameOf(part), await Store(part, files, id, most, cancel));
            }
        }

        throw Refusal.Faulty([.. importer is null ? [Fault.At("kind", "field.required")] : Array.Empty<Fault>(), Fault.At("file", "field.required")]);
    }

    private static async Task<long> Store(FormPart content, ImportFiles files, ImportId id, long most, CancellationToken cancel)
    {
        await using var file = files.Create(id);
        var buffer = new byte[64 * 1024];
        long size = 0;
        int read;
        while ((read = await content.Read(buffer, cancel)) > 0)
        {
            size += read;
            if (size > most)
            {
                throw new BadHttpRequestException("file too large", StatusCodes.Status413PayloadTooLarge);
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return size;
    }

    /// <summary>For people to recognise it by; never a path, and never used as one.</summary>
    private static string NameOf(FormPart part)
    {
        var name = part.FileName[(part.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return name.Length == 0 ? "?" : name[..Math.Min(name.Length, 200)];
    }
}
