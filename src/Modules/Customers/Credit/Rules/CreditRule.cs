using Yingpan.Kernel;

namespace Yingpan.Customers.Credit.Rules;

/// <summary>How a customer stands with his credit.</summary>
internal enum CreditVerdict
{
    NoLimit,
    Within,

    /// <summary>So much is used that a warning is due.</summary>
    Near,
    Over,

    /// <summary>停止供货: nothing is sold to him, whatever is available.</summary>
    Held,
}

/// <summary>What was decided for a customer.</summary>
/// <param name="Limit">His own; null has that of his rating.</param>
/// <param name="TermDays">His own; null has those of his rating.</param>
/// <param name="HeldUntil">The last day, included; null until somebody releases him.</param>
internal readonly record struct CreditFacts(string? Rating, Money? Limit, int? TermDays, bool IsHeld, DateOnly? HeldUntil)
{
    public bool HoldsOn(DateOnly day) => IsHeld && !(HeldUntil < day);
}

/// <param name="Limit">Null for none.</param>
/// <param name="TermDays">Null where nobody has said.</param>
/// <param name="Available">Below zero where more is used than allowed; null without a limit.</param>
internal sealed record CreditStanding(Money? Limit, int? TermDays, Money Used, Money? Available, CreditVerdict Verdict, OverLimit Over);

/// <summary>Available is the limit less what is used; and what follows from it.</summary>
internal static class CreditRule
{
    /// <param name="used">占用: confirmed orders less what came in on them.</param>
    public static CreditStanding Of(CreditFacts facts, CreditSpec spec, Money used, DateOnly day)
    {
        var rating = spec.Rating(facts.Rating);
        var limit = facts.Limit ?? rating?.Limit;
        var verdict = facts.HoldsOn(day) ? CreditVerdict.Held
            : limit is not { } most ? CreditVerdict.NoLimit
            : used > most ? CreditVerdict.Over
            : used > Money.Zero && (Int128)used.Minor * Rate.One.Millionths >= (Int128)most.Minor * spec.NearFrom.Millionths ? CreditVerdict.Near
            : CreditVerdict.Within;
        // A limit of his own beside a rating that the house no longer has is still a limit.
        return new CreditStanding(limit, facts.TermDays ?? rating?.TermDays, used, limit - used, verdict, rating?.Over ?? OverLimit.Block);
    }

    /// <summary>What follows for an order of so much: what adds nothing goes beyond nothing.</summary>
    public static OverLimit Ask(CreditStanding standing, Money amount) =>
        amount > Money.Zero && standing.Available is { } available && amount > available ? standing.Over : OverLimit.Allow;

    /// <summary>Does the limit need somebody's word who may give credit?</summary>
    public static bool IsRaise(Money? limit, CreditStanding standing) => limit is { } wanted && standing.Limit is { } now && wanted > now;
}
