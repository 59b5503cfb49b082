using Yingpan.Kernel;

namespace Yingpan.Customers.Public;

public readonly record struct CampaignId(Guid Value) : IId<CampaignId>
{
    public static CampaignId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CampaignId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct ListedNameId(Guid Value) : IId<ListedNameId>
{
    public static ListedNameId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ListedNameId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct NamePolicyId(Guid Value) : IId<NamePolicyId>
{
    public static NamePolicyId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out NamePolicyId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct NameNormId(Guid Value) : IId<NameNormId>
{
    public static NameNormId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out NameNormId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
