using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports.Rules;

namespace Yingpan.Platform.CustomFields.Editing;

internal sealed record OptionItemRequest
{
    /// <summary>Of an item that is there; a new one without it gets one.</summary>
    public string? Code { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public bool IsRetired { get; init; }
}

/// <summary>A list as it shall be, its items in their order.</summary>
internal sealed record OptionListRequest : IChecked
{
    private const int MostItems = 500;

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public required IReadOnlyList<OptionItemRequest> Items { get; init; }

    public void Check(Check check)
    {
        check.Text("name", Name, 60);
        check.OptionalText("nameEn", NameEn, 60);
        check.That(Items.Count is > 0 and <= MostItems, "items", "field.range", ("min", 1), ("max", MostItems));
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, item) in Items.Take(MostItems).Index())
        {
            check.Text($"items[{i}].name", item.Name, 60);
            check.OptionalText($"items[{i}].nameEn", item.NameEn, 60);
            // Cells of files name several with signs between them, and by any of their names.
            check.That(FieldReading.IsNameOfItem(item.Name), $"items[{i}].name", "fields.item-signs");
            check.That(FieldReading.IsNameOfItem(item.NameEn ?? ""), $"items[{i}].nameEn", "fields.item-signs");
            foreach (var key in new[] { Headings.Key(item.Name), Headings.Key(item.NameEn ?? "") }.Where(key => key.Length > 0))
            {
                check.That(names.GetValueOrDefault(key, i) == i, $"items[{i}].name", "field.repeated");
                names[key] = i;
            }

            if (item.Code is { } code)
            {
                check.That(code.Length is > 0 and <= 40 && char.IsAsciiLetter(code[0]) && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'), $"items[{i}].code", "fields.code-form");
                check.That(codes.Add(code), $"items[{i}].code", "field.repeated");
            }
        }
    }

    /// <summary>Items of the same code are the same; new ones without a code get the next free one.</summary>
    public void WriteTo(OptionList list, AppDb db)
    {
        list.Name = Name.Clean();
        list.NameEn = NameEn.CleanOrNull();
        var codes = Items.Select(item => item.Code).OfType<string>().Concat(list.Items.Select(item => item.Code)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var next = 0;
        foreach (var (i, request) in Items.Index())
        {
            var item = list.Items.Find(item => item.Code == request.Code);
            if (item is null)
            {
                var code = request.Code;
                while (code is null)
                {
                    next++;
                    code = codes.Add($"i{next}") ? $"i{next}" : null;
                }

                item = new OptionItem { Id = Id.New<OptionItemId>(), ListId = list.Id, Code = code, Name = request.Name, Order = i };
                list.Items.Add(item);
                db.Add(item);
            }

            item.Name = request.Name.Clean();
            item.NameEn = request.NameEn.CleanOrNull();
            item.Order = i;
            item.IsRetired = request.IsRetired;
        }
    }
}

internal sealed record OptionItemView(string Code, string Name, string? NameEn, bool IsRetired, bool IsChosen);

internal sealed record OptionListView
{
    public required OptionListId Id { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public required IReadOnlyList<OptionItemView> Items { get; init; }

    /// <summary>The names of the fields that choose from it.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/option-lists</summary>
internal static class ListOptionLists
{
    public sealed record View(IReadOnlyList<OptionListView> Items);

    public static async Task<View> Handle(AppDb db, FieldSubjects subjects, CancellationToken cancel)
    {
        var lists = await db.Set<OptionList>().AsNoTracking().Include(list => list.Items).ToListAsync(cancel);
        var fields = (await db.Set<CustomField>().AsNoTracking().Where(field => field.ListId != null).ToListAsync(cancel)).ToLookup(field => field.ListId!.Value, field => field.Name);
        var chosen = await OptionItems.Chosen(db, subjects, [.. lists.SelectMany(list => list.Items).Select(item => item.Id)], cancel);
        return new View([.. lists.OrderBy(list => list.Name, StringComparer.CurrentCulture).Select(list => new OptionListView
        {
            Id = list.Id,
            Name = list.Name,
            NameEn = list.NameEn,
            Items = [.. list.Items.OrderBy(item => item.Order).Select(item => new OptionItemView(item.Code, item.Name, item.NameEn, item.IsRetired, chosen.Contains(item.Id)))],
            Fields = [.. fields[list.Id]],
            Version = list.Version,
            Can = fields.Contains(list.Id) ? ["edit"] : ["edit", "delete"],
        })]);
    }
}

internal static class OptionItems
{
    /// <summary>Those of them that some record has.</summary>
    public static async Task<HashSet<OptionItemId>> Chosen(AppDb db, FieldSubjects subjects, IReadOnlyCollection<OptionItemId> items, CancellationToken cancel)
    {
        var chosen = new HashSet<OptionItemId>();
        foreach (var subject in items.Count == 0 ? [] : subjects.All)
        {
            chosen.UnionWith(await subject.Chosen(db, items, cancel));
        }

        return chosen;
    }

    public static async Task CheckName(this AppDb db, OptionListRequest request, OptionListId? self, CancellationToken cancel)
    {
        var name = request.Name.Clean();
        var check = new Check();
        check.That(!await db.Set<OptionList>().AnyAsync(list => list.Name == name && list.Id != self, cancel), "name", "fields.list-taken");
        check.ThrowIfAny();
    }
}

/// <summary>POST /api/option-lists</summary>
internal static class AddOptionList
{
    public static async Task<Created<Saved<OptionListId>>> Handle(OptionListRequest request, AppDb db, FieldEdits edits, CancellationToken cancel)
    {
        await db.CheckName(request, null, cancel);
        var list = new OptionList { Id = Id.New<OptionListId>(), Name = request.Name };
        db.Add(list);
        request.WriteTo(list, db);
        await edits.Save(cancel);
        return TypedResults.Created($"/api/option-lists/{list.Id}", new Saved<OptionListId>(list.Id, list.Version));
    }
}

/// <summary>PUT /api/option-lists/{id}: an item left out goes, unless some record has it; that one can be retired.</summary>
internal static class EditOptionList
{
    public static async Task<Saved<OptionListId>> Handle(
        OptionListId id, OptionListRequest request, IfMatch seen, AppDb db, FieldSubjects subjects, FieldEdits edits, CancellationToken cancel)
    {
        // Locked first: of two who replace the items at once, the second must see those of the first, and that he came too late.
        await db.Locked<OptionList>(id.Value).AsNoTracking().LoadAsync(cancel);
        var list = await db.Set<OptionList>().Include(list => list.Items).FirstOrDefaultAsync(list => list.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(list, seen);
        await db.CheckName(request, id, cancel);
        var gone = list.Items.Where(item => request.Items.All(kept => kept.Code != item.Code)).ToList();
        var chosen = await OptionItems.Chosen(db, subjects, [.. gone.Select(item => item.Id)], cancel);
        if (gone.Find(item => chosen.Contains(item.Id)) is { } had)
        {
            throw Refusal.Conflict("fields.item-chosen", ("name", had.Name));
        }

        db.RemoveRange(gone);
        request.WriteTo(list, db);
        db.Entry(list).Property(list => list.Version).IsModified = true;
        await edits.Save(cancel);
        return new Saved<OptionListId>(list.Id, list.Version);
    }
}

/// <summary>DELETE /api/option-lists/{id}: while no field chooses from it.</summary>
internal static class RemoveOptionList
{
    public static async Task<NoContent> Handle(OptionListId id, AppDb db, FieldEdits edits, CancellationToken cancel)
    {
        var list = await db.Set<OptionList>().Include(list => list.Items).FirstOrDefaultAsync(list => list.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        if (await db.Set<CustomField>().AnyAsync(field => field.ListId == id, cancel))
        {
            throw Refusal.Conflict("fields.list-used", ("name", list.Name));
        }

        db.Remove(list);
        await edits.Save(cancel);
        return TypedResults.NoContent();
    }
}
