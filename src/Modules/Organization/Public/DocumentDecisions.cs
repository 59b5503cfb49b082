using Yingpan.Kernel;

namespace Yingpan.Organization.Public;

/// <summary>What became of a draft that was put before those who decide; a draft nobody was asked about, or that was taken back, has none.</summary>
public enum DocumentDecision
{
    Waiting,
    Approved,
    Refused,

    /// <summary>Sent back to be mended.</summary>
    Returned,
}

/// <summary>A draft as those who decide are shown it.</summary>
/// <param name="ById">Who sends it in; null where he is nobody of the house.</param>
public sealed record DocumentAsked(HouseDocumentId Id, int Edition, PersonId? ById, string Title, string Text, string Link);

/// <summary>
/// A question of Organization: who agrees to a new edition before it holds. It is answered by the module that knows how a house decides, which
/// tells the outcome to <see cref="DocumentOutcomes"/>.
/// </summary>
public interface IDocumentDecisions
{
    /// <summary>Must somebody agree to it? A house that names nobody for it publishes without asking.</summary>
    Task<bool> Takes(DocumentAsked draft, CancellationToken cancel);

    /// <summary>Sends it in, or in again where it came back; refuses where nobody is found to decide.</summary>
    Task Submit(DocumentAsked draft, bool again, CancellationToken cancel);

    Task Withdraw(HouseDocumentId id, int edition, CancellationToken cancel);

    /// <summary>Holds the request, where there is one, until the transaction ends; taken before the document, as a decision does.</summary>
    Task Lock(HouseDocumentId id, int edition, CancellationToken cancel);
}
