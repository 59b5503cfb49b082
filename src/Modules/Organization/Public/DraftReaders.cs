namespace Yingpan.Organization.Public;

/// <summary>A question of Organization: which of these drafts is the caller to decide about? He must be able to read them whole.</summary>
public interface IDraftReaders
{
    Task<IReadOnlyList<HouseDocumentId>> Of(IReadOnlyCollection<(HouseDocumentId Id, int Edition)> drafts, CancellationToken cancel);
}
