using Yingpan.Kernel;

namespace Yingpan.Customers.Public;

public readonly record struct CustomerId(Guid Value) : IId<CustomerId>
{
    public static CustomerId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CustomerId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct ContactId(Guid Value) : IId<ContactId>
{
    public static ContactId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ContactId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct GradingPolicyId(Guid Value) : IId<GradingPolicyId>
{
    public static GradingPolicyId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out GradingPolicyId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct GradeMarkId(Guid Value) : IId<GradeMarkId>
{
    public static GradeMarkId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out GradeMarkId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct GradeOverrideId(Guid Value) : IId<GradeOverrideId>
{
    public static GradeOverrideId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out GradeOverrideId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct WarningPolicyId(Guid Value) : IId<WarningPolicyId>
{
    public static WarningPolicyId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out WarningPolicyId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct WarningId(Guid Value) : IId<WarningId>
{
    public static WarningId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out WarningId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct KeyAccountId(Guid Value) : IId<KeyAccountId>
{
    public static KeyAccountId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out KeyAccountId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
