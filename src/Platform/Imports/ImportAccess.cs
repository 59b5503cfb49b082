using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Imports;

/// <summary>Whose imports one sees, and which kinds one may bring: the one place that decides it.</summary>
internal static class ImportAccess
{
    /// <summary>One's own; those who manage accounts see all.</summary>
    public static IQueryable<Import> VisibleTo(this IQueryable<Import> imports, Caller caller) =>
        caller.May(PlatformModule.EditAccounts) ? imports : imports.Where(import => import.AccountId == caller.Account);

    public static async Task<Import> Visible(this AppDb db, ImportId id, Caller caller, CancellationToken cancel) =>
        await db.Set<Import>().AsNoTracking().VisibleTo(caller).FirstOrDefaultAsync(import => import.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");

    /// <summary>To change it: locked, and only with the permission of its kind.</summary>
    public static async Task<Import> ToChange(this AppDb db, ImportId id, Caller caller, Importers importers, CancellationToken cancel)
    {
        var import = await db.Locked<Import>(id.Value).VisibleTo(caller).SingleOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        importers.Require(import.Kind, caller);
        return import;
    }
}

/// <summary>The importers of all modules.</summary>
internal sealed class Importers(IEnumerable<IImporter> all, TextBook texts)
{
    public IEnumerable<IImporter> For(Caller caller) => all.Where(importer => caller.May(importer.Permission));

    public IImporter Require(string kind, Caller caller)
    {
        var importer = all.FirstOrDefault(importer => importer.Kind == kind)
            ?? throw Refusal.Faulty([Fault.At("kind", "field.not-one-of", ("allowed", string.Join(", ", For(caller).Select(one => one.Kind))))]);
        return caller.May(importer.Permission)
            ? importer
            : throw importer.Permission.Missing();
    }

    /// <summary>
    /// Heading by column, as far as the headings of the file are known. After the columns that must be there, the house's own
    /// fields are asked before the other built-in ones: where it calls one alike, its files mean its own.
    /// </summary>
    public Dictionary<string, string> Propose(IImporter importer, IReadOnlyList<string> headings) =>
        Rules.Headings.Propose(headings, importer.Columns
            .OrderBy(column => column is { Required: true, Titles: null } ? 0 : column.Titles is not null ? 1 : 2)
            .Select(column => (column.Name, NamesOf(importer, column))));

    public string HeadingOf(IImporter importer, ImportColumn column, string language) => column.Titles is { } titles
        ? language == Languages.English ? titles.English : titles.Chinese
        : texts.Say($"{importer.Kind}.column.{column.Name}", language);

    private IEnumerable<string> NamesOf(IImporter importer, ImportColumn column) =>
        [HeadingOf(importer, column, Languages.Chinese), HeadingOf(importer, column, Languages.English), column.Name, .. column.Headings];
}
