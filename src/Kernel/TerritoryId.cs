namespace Yingpan.Kernel;

/// <summary>A unit of the organization: company, region, department, team.</summary>
public readonly record struct TerritoryId(Guid Value) : IId<TerritoryId>
{
    public static TerritoryId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out TerritoryId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
