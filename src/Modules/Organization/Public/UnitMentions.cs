using Yingpan.Kernel;

namespace Yingpan.Organization.Public;

/// <summary>Something that names a unit by itself.</summary>
/// <param name="Link">Page where it is changed.</param>
public sealed record UnitMention(UnitId UnitId, string Title, string Link);

/// <summary>
/// A question of Organization, answered by every module for each kind of setting or open record that names a unit: when the unit is closed it
/// goes nowhere by itself, so a re-organisation tells of it and leaves to people what becomes of it.
/// </summary>
public interface IUnitMentions
{
    /// <summary>Its name is the text <c>unit-mentions.{kind}</c>.</summary>
    string Kind { get; }

    /// <summary>What still names one of these units from that day on.</summary>
    Task<IReadOnlyList<UnitMention>> Of(IReadOnlyCollection<UnitId> units, DateOnly from, CancellationToken cancel);
}
