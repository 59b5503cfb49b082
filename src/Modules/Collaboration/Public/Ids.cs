using Yingpan.Kernel;

namespace Yingpan.Collaboration.Public;

public readonly record struct NoticeId(Guid Value) : IId<NoticeId>
{
    public static NoticeId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out NoticeId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct ConcernId(Guid Value) : IId<ConcernId>
{
    public static ConcernId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ConcernId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct WorkTaskId(Guid Value) : IId<WorkTaskId>
{
    public static WorkTaskId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out WorkTaskId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct TaskSeriesId(Guid Value) : IId<TaskSeriesId>
{
    public static TaskSeriesId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out TaskSeriesId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct CollaborationPolicyId(Guid Value) : IId<CollaborationPolicyId>
{
    public static CollaborationPolicyId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CollaborationPolicyId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct IssueId(Guid Value) : IId<IssueId>
{
    public static IssueId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out IssueId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct MeetingId(Guid Value) : IId<MeetingId>
{
    public static MeetingId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out MeetingId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct MeetingSeriesId(Guid Value) : IId<MeetingSeriesId>
{
    public static MeetingSeriesId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out MeetingSeriesId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct FeedbackCategoryId(Guid Value) : IId<FeedbackCategoryId>
{
    public static FeedbackCategoryId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out FeedbackCategoryId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct FeedbackId(Guid Value) : IId<FeedbackId>
{
    public static FeedbackId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out FeedbackId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
