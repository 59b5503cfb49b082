using Yingpan.Kernel;

namespace Yingpan.Organization.Public;

public readonly record struct PositionId(Guid Value) : IId<PositionId>
{
    public static PositionId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out PositionId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct MembershipId(Guid Value) : IId<MembershipId>
{
    public static MembershipId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out MembershipId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct CalendarEntryId(Guid Value) : IId<CalendarEntryId>
{
    public static CalendarEntryId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CalendarEntryId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct GradeId(Guid Value) : IId<GradeId>
{
    public static GradeId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out GradeId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct StageRuleId(Guid Value) : IId<StageRuleId>
{
    public static StageRuleId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out StageRuleId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct HouseDocumentId(Guid Value) : IId<HouseDocumentId>
{
    public static HouseDocumentId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out HouseDocumentId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct DocumentReviewId(Guid Value) : IId<DocumentReviewId>
{
    public static DocumentReviewId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out DocumentReviewId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
