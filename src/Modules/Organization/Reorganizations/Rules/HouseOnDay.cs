using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Organization.Reorganizations.Rules;

/// <summary>A unit as it is on the eve of the day.</summary>
/// <param name="LaterOn">The first day from the day on for which something else is on file already.</param>
/// <param name="ClosesOn">The first of these days on which it is closed.</param>
public sealed record UnitThen(UnitId Id, UnitId? ParentId, string Name, string Kind, PersonId? HeadId, int Order, bool IsClosed, DateOnly? LaterOn = null, DateOnly? ClosesOn = null);

/// <summary>On file for the day or later: somebody comes to a unit, or another unit is put under it.</summary>
public sealed record Coming(UnitId UnitId, DateOnly Day, PersonId? PersonId, UnitId? UnderId, string Name);

/// <summary>Somebody of the house on the eve; also one who has left by the day, for what he owned is found where he stood.</summary>
/// <param name="UnitId">Null is nowhere yet.</param>
/// <param name="LaterOn">The first day from the day on for which he has another place on file already.</param>
public sealed record PersonThen(
    PersonId Id, string Name, UnitId? UnitId, PositionId? PositionId, PersonId? ManagerId, bool HasLeft = false, DateOnly? LaterOn = null);

/// <summary>The house as the steps find it.</summary>
public sealed record HouseOnDay(IReadOnlyList<UnitThen> Units, IReadOnlyList<PersonThen> People, IReadOnlySet<PositionId> Positions)
{
    /// <summary>By day.</summary>
    public IReadOnlyList<Coming> Later { get; init; } = [];

    /// <summary>Who stands above whom; without closed units and those who have left.</summary>
    public Chart Chart() => new(
        Units.Where(unit => !unit.IsClosed).Select(unit => new ChartUnit(unit.Id, unit.ParentId, unit.Name, unit.Kind, unit.HeadId)),
        People.Where(person => !person.HasLeft).Select(person => new ChartPerson(person.Id, person.Name, person.UnitId, person.PositionId, person.ManagerId)));
}
