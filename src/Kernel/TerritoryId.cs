namespace Yingpan.Kernel;

/// <summary>A sales territory: a place, an industry, a channel or named accounts, of which one person answers for the whole.</summary>
public readonly record struct TerritoryId(Guid Value) : IId<TerritoryId>
{
    public static TerritoryId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out TerritoryId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
