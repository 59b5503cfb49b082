using Yingpan.Kernel;

namespace Yingpan.Customers.Public;

public readonly record struct CustomerCreditId(Guid Value) : IId<CustomerCreditId>
{
    public static CustomerCreditId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CustomerCreditId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct CreditRequestId(Guid Value) : IId<CreditRequestId>
{
    public static CreditRequestId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CreditRequestId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct CreditPolicyId(Guid Value) : IId<CreditPolicyId>
{
    public static CreditPolicyId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CreditPolicyId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
