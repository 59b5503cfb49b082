using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Notifications.Robots.Rules;

namespace Yingpan.Platform.Notifications.Robots;

public readonly record struct RobotId(Guid Value) : IId<RobotId>
{
    public static RobotId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out RobotId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A robot of a chat group, which says there what the house wants said.</summary>
[HouseData]
internal sealed class Robot : IVersioned
{
    public required RobotId Id { get; init; }

    public required string Name { get; set; }

    public required RobotKind Kind { get; set; }

    /// <summary>Protected with the keys of the house: whoever knows the address may speak in the group.</summary>
    [Secret]
    public string? Webhook { get; set; }

    /// <summary>Host and last characters of the address, so that a person knows it again.</summary>
    public string WebhookHint { get; set; } = "";

    /// <summary>Protected as well; null signs nothing.</summary>
    [Secret]
    public string? SigningSecret { get; set; }

    /// <summary>"zh" or "en".</summary>
    public required string Language { get; set; }

    public required bool IsOn { get; set; }

    /// <summary>Kinds of notification it gets, with commas between.</summary>
    public required string Kinds { get; set; }

    /// <summary>Of people in or below these units, with commas between; empty is of everybody.</summary>
    public required string Units { get; set; }

    public int Version { get; set; } = 1;

    public IReadOnlyList<string> KindList => Split(Kinds);

    public IReadOnlyList<UnitId> UnitList => [.. Split(Units).Select(unit => new UnitId(Guid.Parse(unit)))];

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

internal sealed class RobotTable : IEntityTypeConfiguration<Robot>
{
    public void Configure(EntityTypeBuilder<Robot> table)
    {
        table.ToTable("platform_robot");
        table.Ignore(robot => robot.KindList);
        table.Ignore(robot => robot.UnitList);
        table.Property(robot => robot.Name).HasMaxLength(60);
        table.Property(robot => robot.WebhookHint).HasMaxLength(120);
        table.Property(robot => robot.Language).HasMaxLength(5);
        table.Property(robot => robot.Version).IsConcurrencyToken();
        table.HasIndex(robot => robot.Name).IsUnique();
    }
}
