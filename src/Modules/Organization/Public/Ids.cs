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

public readonly record struct DocumentPolicyId(Guid Value) : IId<DocumentPolicyId>
{
    public static DocumentPolicyId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out DocumentPolicyId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct AttendancePunchId(Guid Value) : IId<AttendancePunchId>
{
    public static AttendancePunchId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AttendancePunchId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct AttendanceCorrectionId(Guid Value) : IId<AttendanceCorrectionId>
{
    public static AttendanceCorrectionId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AttendanceCorrectionId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct LeaveKindId(Guid Value) : IId<LeaveKindId>
{
    public static LeaveKindId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out LeaveKindId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct LeaveEntryId(Guid Value) : IId<LeaveEntryId>
{
    public static LeaveEntryId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out LeaveEntryId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct LeaveApplicationId(Guid Value) : IId<LeaveApplicationId>
{
    public static LeaveApplicationId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out LeaveApplicationId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct WorkHoursId(Guid Value) : IId<WorkHoursId>
{
    public static WorkHoursId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out WorkHoursId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct UnitTermId(Guid Value) : IId<UnitTermId>
{
    public static UnitTermId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out UnitTermId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct ReorganizationId(Guid Value) : IId<ReorganizationId>
{
    public static ReorganizationId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ReorganizationId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
