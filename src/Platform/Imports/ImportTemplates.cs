using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports.Data;

namespace Yingpan.Platform.Imports;

public sealed record ImportTemplateView
{
    public required ImportTemplateId Id { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyDictionary<string, string> Mapping { get; init; }

    public required bool RoundsAmounts { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/import-templates</summary>
internal static class ListImportTemplates
{
    public sealed record View(IReadOnlyList<ImportTemplateView> Items);

    public static async Task<View> Handle(string? kind, AppDb db, Caller caller, Importers importers, CancellationToken cancel)
    {
        var kinds = importers.For(caller).Select(importer => importer.Kind).Where(known => kind is null || known == kind).ToList();
        var templates = await db.Set<ImportTemplate>().AsNoTracking().Where(template => kinds.Contains(template.Kind))
            .OrderBy(template => template.Kind).ThenBy(template => template.Name).ToListAsync(cancel);
        return new View(templates.ConvertAll(template => new ImportTemplateView
        {
            Id = template.Id,
            Kind = template.Kind,
            Name = template.Name,
            Mapping = StoredJson.Map(template.Mapping),
            RoundsAmounts = template.RoundsAmounts,
            Can = RemoveImportTemplate.MayBy(template, caller) ? ["remove"] : [],
        }));
    }
}

/// <summary>POST /api/import-templates: all who may import the kind can use it.</summary>
internal static class AddImportTemplate
{
    public sealed record Request : IChecked
    {
        public required string Kind { get; init; }

        public required string Name { get; init; }

        /// <summary>Heading by column.</summary>
        public required Dictionary<string, string> Mapping { get; init; }

        public bool RoundsAmounts { get; init; }

        public void Check(Check check)
        {
            check.Text("kind", Kind, 40);
            check.Text("name", Name, 60);
            check.That(Mapping.Count is > 0 and <= 500, "mapping", "field.range", ("min", 1), ("max", 500));
            foreach (var (column, heading) in Mapping)
            {
                check.Text($"mapping.{column}", heading, 200);
            }
        }
    }

    public static async Task<Created<Saved<ImportTemplateId>>> Handle(Request request, AppDb db, Caller caller, Importers importers, CancellationToken cancel)
    {
        var importer = importers.Require(request.Kind, caller);
        MapImport.CheckMapping(request.Mapping, importer, null);
        var name = request.Name.Clean();
        if (await db.Set<ImportTemplate>().AnyAsync(template => template.Kind == request.Kind && template.Name == name, cancel))
        {
            throw Refusal.Faulty([Fault.At("name", "import.template-name-taken", ("name", name))]);
        }

        var template = new ImportTemplate
        {
            Id = Id.New<ImportTemplateId>(),
            Kind = request.Kind,
            Name = name,
            Mapping = StoredJson.Write(request.Mapping),
            RoundsAmounts = request.RoundsAmounts,
            AccountId = caller.Account,
        };
        db.Add(template);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/import-templates/{template.Id}", new Saved<ImportTemplateId>(template.Id, 1));
    }
}

/// <summary>DELETE /api/import-templates/{id}: whoever made it, and those who manage accounts.</summary>
internal static class RemoveImportTemplate
{
    public static bool MayBy(ImportTemplate template, Caller caller) => template.AccountId == caller.Account || caller.May(PlatformModule.EditAccounts);

    public static async Task<NoContent> Handle(ImportTemplateId id, AppDb db, Caller caller, CancellationToken cancel)
    {
        var template = await db.Set<ImportTemplate>().FirstOrDefaultAsync(template => template.Id == id, cancel);
        if (template is null || !MayBy(template, caller))
        {
            throw Refusal.NotFound("record.not-found");
        }

        db.Remove(template);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
