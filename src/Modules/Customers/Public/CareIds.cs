using Yingpan.Kernel;

namespace Yingpan.Customers.Public;

public readonly record struct CareItemId(Guid Value) : IId<CareItemId>
{
    public static CareItemId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CareItemId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct CarePolicyId(Guid Value) : IId<CarePolicyId>
{
    public static CarePolicyId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CarePolicyId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
