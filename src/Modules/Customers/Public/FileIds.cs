using Yingpan.Kernel;

namespace Yingpan.Customers.Public;

public readonly record struct CustomerMergeId(Guid Value) : IId<CustomerMergeId>
{
    public static CustomerMergeId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CustomerMergeId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct CustomerRecordId(Guid Value) : IId<CustomerRecordId>
{
    public static CustomerRecordId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CustomerRecordId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct StrategyCardId(Guid Value) : IId<StrategyCardId>
{
    public static StrategyCardId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out StrategyCardId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct ReviewCardId(Guid Value) : IId<ReviewCardId>
{
    public static ReviewCardId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ReviewCardId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct RelationKindId(Guid Value) : IId<RelationKindId>
{
    public static RelationKindId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out RelationKindId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct RelationId(Guid Value) : IId<RelationId>
{
    public static RelationId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out RelationId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
