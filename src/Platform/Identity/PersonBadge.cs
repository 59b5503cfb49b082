using Yingpan.Kernel;

namespace Yingpan.Platform.Identity;

/// <summary>Who somebody is, in one line. Platform asks for the signed-in person; Organization answers.</summary>
public sealed record PersonBadge
{
    public required PersonId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public UnitId? UnitId { get; init; }

    public string? UnitName { get; init; }

    public string? PositionName { get; init; }
}

public interface IBadges
{
    Task<PersonBadge?> Of(PersonId person, CancellationToken cancel);
}
