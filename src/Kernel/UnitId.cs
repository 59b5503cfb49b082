namespace Yingpan.Kernel;

/// <summary>A unit of the organization: company, region, department, team.</summary>
public readonly record struct UnitId(Guid Value) : IId<UnitId>
{
    public static UnitId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out UnitId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
