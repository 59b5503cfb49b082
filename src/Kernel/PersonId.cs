namespace Yingpan.Kernel;

/// <summary>Someone who works in or with the company.</summary>
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out PersonId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
