using Yingpan.Kernel;

namespace Yingpan.Territories.Public;

public readonly record struct TerritoryHolderId(Guid Value) : IId<TerritoryHolderId>
{
    public static TerritoryHolderId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out TerritoryHolderId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct DivisionId(Guid Value) : IId<DivisionId>
{
    public static DivisionId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out DivisionId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct GuardPolicyId(Guid Value) : IId<GuardPolicyId>
{
    public static GuardPolicyId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out GuardPolicyId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct ReleaseId(Guid Value) : IId<ReleaseId>
{
    public static ReleaseId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ReleaseId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct OutsideWorkId(Guid Value) : IId<OutsideWorkId>
{
    public static OutsideWorkId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out OutsideWorkId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct MarketFigureId(Guid Value) : IId<MarketFigureId>
{
    public static MarketFigureId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out MarketFigureId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct SizingPlanId(Guid Value) : IId<SizingPlanId>
{
    public static SizingPlanId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out SizingPlanId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct TerritoryStandardId(Guid Value) : IId<TerritoryStandardId>
{
    public static TerritoryStandardId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out TerritoryStandardId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct ScenarioId(Guid Value) : IId<ScenarioId>
{
    public static ScenarioId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ScenarioId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
