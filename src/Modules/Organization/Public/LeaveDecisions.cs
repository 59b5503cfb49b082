using Yingpan.Kernel;

namespace Yingpan.Organization.Public;

public enum LeaveApplicationState
{
    Waiting,
    Approved,
    Refused,

    /// <summary>Sent back to be mended.</summary>
    Returned,
    Withdrawn,
}

/// <summary>What those who decide are shown.</summary>
/// <param name="Days">Working days, in halves.</param>
public sealed record LeaveAsked(LeaveApplicationId Id, PersonId PersonId, string Title, string Reason, Quantity Days, string Link);

/// <summary>
/// A question of Organization: who agrees to somebody's leave. It is answered by the module that knows how a house decides, which tells the
/// outcome to <see cref="LeaveOutcomes"/>.
/// </summary>
public interface ILeaveDecisions
{
    /// <summary>Sends it in, or in again where it came back; refuses where nobody is found to decide.</summary>
    Task Submit(LeaveAsked leave, bool again, CancellationToken cancel);

    Task Withdraw(LeaveApplicationId id, PersonId applicant, CancellationToken cancel);

    /// <summary>Holds the request until the transaction ends; taken before the application and the person, as a decision does.</summary>
    Task Lock(LeaveApplicationId id, CancellationToken cancel);
}

/// <summary>Questions of Organization about what waits for somebody's decision. Answered by the same module.</summary>
public interface IWaitingDecisions
{
    /// <summary>How much of it there is, and would lie while he is away.</summary>
    Task<int> For(PersonId person, CancellationToken cancel);

    /// <summary>
    /// Holds what waits for him and what he has asked for until the transaction ends: before the house and the person, as a decision takes them.
    /// What comes to him afterwards is not passed on in this transaction, for nobody takes a request after the house.
    /// </summary>
    Task Hold(PersonId person, CancellationToken cancel);
}
