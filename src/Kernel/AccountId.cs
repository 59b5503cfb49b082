namespace Yingpan.Kernel;

/// <summary>A login.</summary>
public readonly record struct AccountId(Guid Value) : IId<AccountId>
{
    public static AccountId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AccountId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
