using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Platform.CustomFields;

/// <summary>
/// Asked of every request that carries such values before its handler runs, so that their faults are told together with the ordinary ones.
/// What depends on the record as it stands (a retired item it already has, a required field left as it is) its handler finds.
/// </summary>
internal sealed class CustomCheck(AppDb db, FieldSubjects subjects, Caller caller, CompanyClock clock)
{
    private const int LongestCode = 40;

    public async Task Check(ICustomized request, bool isNew, Check check, CancellationToken cancel)
    {
        var known = await db.FieldsOf(request.Subject, cancel);
        if (known.All.Count == 0 && known.Rules.Count == 0 && request.Custom is null or { Count: 0 })
        {
            return;
        }

        var mine = known.For(subjects.Of(request.Subject), caller).ToList();
        var given = new Dictionary<CustomFieldId, FieldValue?>();
        foreach (var (code, json) in request.Custom ?? [])
        {
            if (mine.Find(field => field.Shape.Code == code) is not { } field)
            {
                check.Add(PathOf(code), "field.unknown");
                continue;
            }

            var read = FieldReading.OfJson(field.Shape, json);
            Add(check, read.Fault);
            if (read.Fault is null)
            {
                given[field.Row.Id] = read.Value;
            }
        }

        if (isNew)
        {
            Required(check, known, mine, request.Facts, clock.Today, clock.Today, field => FieldShowing.Compared(field.Shape, given.GetValueOrDefault(field.Row.Id)));
        }
        else
        {
            // Of an edit only what it says itself is known here: what it empties is missed, what it leaves as it is may be there.
            Required(check, known, mine, request.Facts, since: null, clock.Today,
                field => given.TryGetValue(field.Row.Id, out var value) ? FieldShowing.Compared(field.Shape, value) : null);
        }
    }

    /// <summary>Whatever was sent in the place of a code, a field of a fault is a short one.</summary>
    public static string PathOf(string code) => FieldShape.Prefix + (Http.Check.IsStorable(code) && Http.Check.Length(code) <= LongestCode ? code : "?");

    public static void Add(Check check, Fault? fault)
    {
        if (fault is not null)
        {
            check.Add(fault.Field, fault.Code, [.. fault.Params.Select(pair => (pair.Key, pair.Value))]);
        }
    }

    /// <param name="held">What a field of <paramref name="mine"/> holds, as rules compare it; null is that nobody knows.</param>
    /// <param name="mine">Fields the caller may fill; those he may not are not asked of him, whatever the house says of them.</param>
    public static void Required(
        Check check, KnownFields known, IReadOnlyList<KnownField> mine, IReadOnlyDictionary<string, string?> facts, DateOnly? since, DateOnly today, Func<KnownField, IReadOnlyList<string>?> held)
    {
        foreach (var field in Missing(known, mine, facts, since, today, held))
        {
            check.Add(field, "field.required");
        }
    }

    public static IEnumerable<string> Missing(
        KnownFields known, IReadOnlyList<KnownField> mine, IReadOnlyDictionary<string, string?> facts, DateOnly? since, DateOnly today, Func<KnownField, IReadOnlyList<string>?> held) =>
        Requiring.Missing(
            known.RulesInUse,
            key => mine.FirstOrDefault(one => one.Shape.Key == key) is { } field ? held(field)
                : facts.TryGetValue(key, out var fact) ? string.IsNullOrWhiteSpace(fact) ? [] : [fact] : null,
            since,
            today);
}
