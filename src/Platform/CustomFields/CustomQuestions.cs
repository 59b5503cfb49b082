using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Platform.CustomFields;

/// <summary>Turns what a list is asked by into the records that fit, one query of ids for each question.</summary>
internal static class CustomQuestions
{
    private const string From = ".from";
    private const string To = ".to";

    public static IReadOnlyList<IQueryable<TId>> Of<TId>(AppDb db, IReadOnlyList<KnownField> fields, CustomFilter filter)
        where TId : struct, IId<TId>
    {
        var check = new Check();
        var questions = filter.Asked.Select(asked => Question<TId>(db, fields, asked.Key, asked.Value, check)).OfType<IQueryable<TId>>().ToList();
        check.ThrowIfAny();
        return questions;
    }

    private static IQueryable<TId>? Question<TId>(AppDb db, IReadOnlyList<KnownField> fields, string key, string value, Check check)
        where TId : struct, IId<TId>
    {
        var (name, end) = key.EndsWith(From, StringComparison.Ordinal) ? (key[..^From.Length], From)
            : key.EndsWith(To, StringComparison.Ordinal) ? (key[..^To.Length], To)
            : (key, "");
        var field = fields.FirstOrDefault(field => field.Shape.Key == name);
        if (field is null || !Takes(field.Shape.Kind, end))
        {
            check.Add(CustomCheck.PathOf(key[FieldShape.Prefix.Length..]), "field.unknown");
            return null;
        }

        var id = field.Row.Id;
        var values = db.Set<CustomValue<TId>>().Where(row => row.FieldId == id);
        switch (field.Shape.Kind)
        {
            case FieldKind.Text:
                return LikePattern.Of(value) is { } pattern ? values.Where(row => EF.Functions.Like(row.Text!.ToLower(), pattern, @"\")).Select(row => row.RecordId) : null;
            case FieldKind.YesNo:
                check.That(value is "true" or "false", key, "field.not-boolean");
                var yes = value == "true" ? 1L : 0L;
                return values.Where(row => row.Number == yes).Select(row => row.RecordId);
            case FieldKind.Choice or FieldKind.Choices:
                var codes = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                var items = field.Shape.Options.Where(option => codes.Contains(option.Code)).Select(option => (OptionItemId?)new OptionItemId(option.Id)).ToList();
                check.That(items.Count == codes.Distinct(StringComparer.Ordinal).Count(), key, "field.not-valid");
                return values.Where(row => items.Contains(row.ItemId)).Select(row => row.RecordId);
            default:
                if (FigureOf(field.Shape, value) is not { } bound)
                {
                    check.Add(key, field.Shape.Kind == FieldKind.Date ? "field.not-date" : field.Shape.Kind == FieldKind.Money ? "field.not-money" : "field.not-number");
                    return null;
                }

                return (end == From ? values.Where(row => row.Number >= bound) : end == To ? values.Where(row => row.Number <= bound) : values.Where(row => row.Number == bound))
                    .Select(row => row.RecordId);
        }
    }

    /// <summary>Figures have ends, and lines of text cannot be looked for.</summary>
    private static bool Takes(FieldKind kind, string end) => kind switch
    {
        FieldKind.LongText => false,
        FieldKind.Number or FieldKind.Money or FieldKind.Date => true,
        _ => end.Length == 0,
    };

    private static long? FigureOf(FieldShape field, string text) => field.Kind == FieldKind.Date
        ? DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? FieldShowing.NumberOf(day) : null
        : FieldReading.Bound(field.Kind, text);
}

/// <summary>Orders records by a field; those without a value come last, whichever way, on both databases.</summary>
internal static class CustomOrder
{
    public static IOrderedQueryable<TRow> By<TRow, TId>(IQueryable<TRow> rows, Expression<Func<TRow, TId>> id, KnownField field, bool descending, AppDb db)
        where TId : struct, IId<TId>
    {
        var fieldId = field.Row.Id;
        var values = db.Set<CustomValue<TId>>();
        var items = db.Set<OptionItem>();
        var collation = db.PinyinCollation();
        // EF asks for equality as the compiler writes it, which a type parameter does not have.
        var value = Expression.Parameter(typeof(CustomValue<TId>), "value");
        var mine = Expression.Lambda<Func<CustomValue<TId>, bool>>(
            Expression.AndAlso(
                Expression.Equal(Expression.Property(value, nameof(CustomValue<TId>.RecordId)), id.Body),
                Expression.Equal(Expression.Property(value, nameof(CustomValue<TId>.FieldId)), Expression.Constant(fieldId))),
            value);
        switch (field.Shape.Kind)
        {
            case FieldKind.Text:
                var text = First(values, mine, row => EF.Functions.Collate(row.Text!, collation));
                return Sorted(rows, id, text, descending);
            case FieldKind.Choice or FieldKind.Choices:
                return Sorted(rows, id, First(values, mine, row => items.Where(item => item.Id == row.ItemId).Select(item => (long?)item.Order).FirstOrDefault()), descending);
            default:
                return Sorted(rows, id, First(values, mine, row => row.Number), descending);
        }
    }

    private static Expression First<TId, TKey>(IQueryable<CustomValue<TId>> values, Expression<Func<CustomValue<TId>, bool>> mine, Expression<Func<CustomValue<TId>, TKey>> key)
        where TId : struct, IId<TId>
    {
        var filtered = Expression.Call(typeof(Queryable), nameof(Queryable.Where), [typeof(CustomValue<TId>)], values.Expression, Expression.Quote(mine));
        var ordered = Expression.Call(typeof(Queryable), nameof(Queryable.OrderBy), [typeof(CustomValue<TId>), typeof(int)], filtered,
            Expression.Quote((Expression<Func<CustomValue<TId>, int>>)(row => row.Ordinal)));
        var selected = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(CustomValue<TId>), typeof(TKey)], ordered, Expression.Quote(key));
        return Expression.Call(typeof(Queryable), nameof(Queryable.FirstOrDefault), [typeof(TKey)], selected);
    }

    private static IOrderedQueryable<TRow> Sorted<TRow, TId>(IQueryable<TRow> rows, Expression<Func<TRow, TId>> id, Expression key, bool descending)
    {
        var isEmpty = Expression.Lambda<Func<TRow, bool>>(Expression.Equal(key, Expression.Constant(null, key.Type)), id.Parameters);
        var lastOnes = rows.OrderBy(isEmpty);
        return key.Type == typeof(string)
            ? Then(lastOnes, Expression.Lambda<Func<TRow, string?>>(key, id.Parameters), descending)
            : Then(lastOnes, Expression.Lambda<Func<TRow, long?>>(key, id.Parameters), descending);
    }

    private static IOrderedQueryable<TRow> Then<TRow, TKey>(IOrderedQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, bool descending) =>
        descending ? rows.ThenByDescending(key) : rows.ThenBy(key);
}
