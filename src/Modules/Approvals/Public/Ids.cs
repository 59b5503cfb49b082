using Yingpan.Kernel;

namespace Yingpan.Approvals.Public;

public readonly record struct ApprovalMatterId(Guid Value) : IId<ApprovalMatterId>
{
    public static ApprovalMatterId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ApprovalMatterId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct ApprovalId(Guid Value) : IId<ApprovalId>
{
    public static ApprovalId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ApprovalId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct ApprovalTableId(Guid Value) : IId<ApprovalTableId>
{
    public static ApprovalTableId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ApprovalTableId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct ApprovalLimitId(Guid Value) : IId<ApprovalLimitId>
{
    public static ApprovalLimitId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ApprovalLimitId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct ProcessProposalId(Guid Value) : IId<ProcessProposalId>
{
    public static ProcessProposalId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ProcessProposalId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
