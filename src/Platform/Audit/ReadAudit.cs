using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Audit;

/// <summary>One line of the trail as it is stored; what the export holds.</summary>
internal sealed record AuditRow
{
    public required long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AccountId AccountId { get; init; }

    public PersonId? PersonId { get; init; }

    public required string Login { get; init; }

    public required string From { get; init; }

    public required string Via { get; init; }

    public required string Entity { get; init; }

    public required string EntityId { get; init; }

    public required AuditAction Action { get; init; }

    public required string Changes { get; init; }

    public long? Position { get; init; }
}

/// <summary>GET /api/audit, GET /api/audit/export</summary>
internal static class ReadAudit
{
    public sealed class Filter : IChecked
    {
        /// <summary>A table, or the subject of a noted event: <c>customers_customer</c>, <c>session</c>.</summary>
        public string? Entity { get; init; }

        public string? EntityId { get; init; }

        public PersonId? Person { get; init; }

        public AccountId? Account { get; init; }

        public AuditAction? Action { get; init; }

        /// <summary>First and last business day, both included.</summary>
        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        public void Check(Check check)
        {
            check.OptionalText("entity", Entity, 100);
            check.OptionalText("entityId", EntityId, 100);
            if (From is { } from)
            {
                check.Period("from", from, To);
            }
        }
    }

    public sealed record Line
    {
        public required long Id { get; init; }

        public required DateTimeOffset At { get; init; }

        public required AccountId AccountId { get; init; }

        public PersonId? PersonId { get; init; }

        public string? PersonName { get; init; }

        public required string Login { get; init; }

        public required string From { get; init; }

        public required string Via { get; init; }

        public required string Entity { get; init; }

        /// <summary>What the record is, in the reader's language: the text <c>subject.{entity}</c>.</summary>
        public required string EntityName { get; init; }

        public required string EntityId { get; init; }

        public required AuditAction Action { get; init; }

        /// <summary>By field: before and after.</summary>
        public required IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Changes { get; init; }

        /// <summary>Place in the chain of seals; empty in the first second.</summary>
        public long? Position { get; init; }
    }

    private static readonly ListSpec<AuditRow> Spec = new ListSpec<AuditRow>("audit", row => row.Id)
        .Column("at", row => row.At)
        .Column("login", row => row.Login)
        .Column("from", row => row.From)
        .Column("via", row => row.Via)
        .Column("entity", row => row.Entity)
        .Column("entityId", row => row.EntityId)
        .Column("action", row => row.Action)
        .ExportColumn("changes", row => row.Changes)
        .ExportColumn("position", row => row.Position)
        .SortedBy("-at");

    public static async Task<ListPage<Line>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, CompanyClock clock, IPeopleNames people, TextBook texts, SensitiveFields covered, CancellationToken cancel)
    {
        await covered.Load(cancel);
        var subjects = AuditSubjects.In(texts, Languages.Of(http));
        var page = await Spec.Page(Rows(query, filter, db, clock, subjects), query, db, cancel);
        var names = await people.Of([.. page.Items.Select(row => row.PersonId).OfType<PersonId>().Distinct()], cancel);
        return new ListPage<Line> { Total = page.Total, Items = [.. page.Items.Select(row => Shown(row, names, subjects, covered))] };
    }

    public static async Task Export(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, CompanyClock clock, TextBook texts, SensitiveFields covered, CancellationToken cancel)
    {
        await covered.Load(cancel);
        await ExportList.Write(
            http, db, Spec, (rows, _) => rows.Select(row => row with { Changes = covered.Cover(row.Entity, row.Changes) }),
            Rows(query, filter, db, clock, AuditSubjects.In(texts, Languages.Of(http))), query.Sort, cancel);
    }

    private static IQueryable<AuditRow> Rows(ListQuery query, Filter filter, AppDb db, CompanyClock clock, IReadOnlyDictionary<string, string> subjects)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        entries = filter.Entity is { Length: > 0 } entity ? entries.Where(entry => entry.Entity == entity) : entries;
        entries = filter.EntityId is { Length: > 0 } id ? entries.Where(entry => entry.EntityId == id) : entries;
        entries = filter.Person is { } person ? entries.Where(entry => entry.PersonId == person) : entries;
        entries = filter.Account is { } account ? entries.Where(entry => entry.AccountId == account) : entries;
        entries = filter.Action is { } action ? entries.Where(entry => entry.Action == action) : entries;
        if (filter.From is { } from)
        {
            var start = clock.StartOf(from);
            entries = entries.Where(entry => entry.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = clock.StartOf(to.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        if (query.Pattern is { } pattern)
        {
            var named = subjects.Where(subject => subject.Value.Contains(query.Q!.Trim(), StringComparison.OrdinalIgnoreCase)).Select(subject => subject.Key).ToList();
            entries = entries.Where(entry => EF.Functions.Like(entry.Login.ToLower(), pattern, @"\")
                || named.Contains(entry.Entity)
                || EF.Functions.Like(entry.Entity.ToLower(), pattern, @"\")
                || EF.Functions.Like(entry.EntityId.ToLower(), pattern, @"\")
                || EF.Functions.Like(entry.Via.ToLower(), pattern, @"\"));
        }

        return entries.Select(entry => new AuditRow
        {
            Id = entry.Id,
            At = entry.At,
            AccountId = entry.AccountId,
            PersonId = entry.PersonId,
            Login = entry.Login,
            From = entry.From,
            Via = entry.Via,
            Entity = entry.Entity,
            EntityId = entry.EntityId,
            Action = entry.Action,
            Changes = entry.Changes,
            Position = entry.Position,
        });
    }

    private static Line Shown(AuditRow row, IReadOnlyDictionary<PersonId, string> names, IReadOnlyDictionary<string, string> subjects, SensitiveFields covered) => new()
    {
        Id = row.Id,
        At = row.At,
        AccountId = row.AccountId,
        PersonId = row.PersonId,
        PersonName = row.PersonId is { } person ? names.GetValueOrDefault(person) : null,
        Login = row.Login,
        From = row.From,
        Via = row.Via,
        Entity = row.Entity,
        EntityName = subjects.GetValueOrDefault(row.Entity, row.Entity),
        EntityId = row.EntityId,
        Action = row.Action,
        Changes = JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<JsonElement>>>(covered.Cover(row.Entity, row.Changes)) ?? [],
        Position = row.Position,
    };
}

/// <summary>GET /api/audit/subjects: all that the trail can speak of, in the reader's language.</summary>
internal static class AuditSubjects
{
    private const string Prefix = "subject.";

    public sealed record Subject(string Entity, string Name);

    public sealed record View(IReadOnlyList<Subject> Items);

    public static View Handle(HttpContext http, TextBook texts) =>
        new([.. In(texts, Languages.Of(http)).Select(subject => new Subject(subject.Key, subject.Value)).OrderBy(subject => subject.Entity, StringComparer.Ordinal)]);

    /// <summary>The name of each table and event, by what the trail calls it.</summary>
    public static IReadOnlyDictionary<string, string> In(TextBook texts, string language) => texts.Codes
        .Where(code => code.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(code => code[Prefix.Length..], code => texts.Say(code, language), StringComparer.Ordinal);
}
