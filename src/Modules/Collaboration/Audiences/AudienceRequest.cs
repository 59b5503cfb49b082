using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Collaboration.Audiences;

/// <summary>One line of whom something is for, as a form sends it.</summary>
internal sealed record AudienceLine
{
    public UnitId? UnitId { get; init; }

    /// <summary>Those of every unit below it too.</summary>
    public bool WithSubunits { get; init; }

    public PositionId? PositionId { get; init; }

    public PersonId? PersonId { get; init; }

    public AudiencePart Part => new(UnitId, WithSubunits && UnitId is not null, PositionId, PersonId);
}

internal static class AudienceChecks
{
    public const int Most = 200;

    public static void Audience(this Check check, string field, IReadOnlyList<AudienceLine> lines)
    {
        check.That(lines.Count <= Most, field, "field.too-many", ("max", Most));
        foreach (var (i, line) in lines.Index())
        {
            var named = (line.UnitId is null ? 0 : 1) + (line.PositionId is null ? 0 : 1) + (line.PersonId is null ? 0 : 1);
            check.That(named == 1, $"{field}[{i}]", "collaboration.one-of-three");
        }
    }

    /// <summary>That all of it exists.</summary>
    public static async Task KnownAudience(this Check check, string field, IReadOnlyList<AudienceLine> lines, AppDb db, CancellationToken cancel)
    {
        var units = lines.Select(line => line.UnitId).OfType<UnitId>().Distinct().ToList();
        var positions = lines.Select(line => line.PositionId).OfType<PositionId>().Distinct().ToList();
        var people = lines.Select(line => line.PersonId).OfType<PersonId>().Distinct().ToList();
        check.That(
            await db.UnitCards.CountAsync(unit => units.Contains(unit.Id), cancel) == units.Count
            && await db.PositionCards.CountAsync(position => positions.Contains(position.Id), cancel) == positions.Count
            && await db.PersonCards.CountAsync(person => people.Contains(person.Id), cancel) == people.Count,
            field, "record.not-found");
    }
}

/// <summary>Whom something is for, with its name.</summary>
internal sealed record AudienceView(UnitId? UnitId, bool WithSubunits, PositionId? PositionId, PersonId? PersonId, string Name)
{
    public static async Task<IReadOnlyList<AudienceView>> Of(IEnumerable<AudiencePart> parts, AppDb db, CancellationToken cancel)
    {
        var all = parts.ToList();
        var units = all.Select(part => part.UnitId).OfType<UnitId>().ToList();
        var positions = all.Select(part => part.PositionId).OfType<PositionId>().ToList();
        var unitNames = await db.UnitCards.Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
        var positionNames = await db.PositionCards.Where(position => positions.Contains(position.Id)).ToDictionaryAsync(position => position.Id, position => position.Name, cancel);
        var people = await db.NamesOf(all.Select(part => part.PersonId), cancel);
        return [.. all.Select(part => new AudienceView(part.UnitId, part.WithSubunits, part.PositionId, part.PersonId,
            part.UnitId is { } unit ? unitNames.GetValueOrDefault(unit) ?? ""
            : part.PositionId is { } position ? positionNames.GetValueOrDefault(position) ?? ""
            : people.NameOf(part.PersonId) ?? ""))];
    }
}

internal sealed record PersonName(PersonId Id, string Name);

/// <summary>What people are called, for views that name several.</summary>
internal sealed class PeopleNames(IReadOnlyDictionary<PersonId, string> names)
{
    public string? NameOf(PersonId? person) => person is { } one ? names.GetValueOrDefault(one) : null;

    public PersonName Named(PersonId person) => new(person, names.GetValueOrDefault(person) ?? "");

    public PersonName? Named(PersonId? person) => person is { } one ? Named(one) : null;
}

internal static class NamesOfPeople
{
    public static async Task<PeopleNames> NamesOf(this AppDb db, IEnumerable<PersonId?> people, CancellationToken cancel)
    {
        var ids = people.OfType<PersonId>().Distinct().ToList();
        return new PeopleNames(await db.PersonCards.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel));
    }
}
