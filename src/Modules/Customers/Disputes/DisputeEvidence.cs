using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Disputes.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Files;

namespace Yingpan.Customers.Disputes;

/// <summary>
/// The files a side brings forward hang on the dispute under <c>{id}-claimant</c> or <c>{id}-holder</c>. Each side sees its own, who may rule sees both; what is
/// shown to prove a claim is not thereby told to the rival.
/// </summary>
internal sealed class DisputeEvidence(DisputeReaders readers) : IFileParent
{
    public string Entity => "customers_dispute";

    public async Task<bool> MaySee(string id, Caller caller, CancellationToken cancel) =>
        await Find(id, cancel) is var (dispute, ofClaimant)
        && (caller.Person == (ofClaimant ? dispute.ClaimantId : dispute.HolderId) || (await readers.Standing(dispute, cancel)).Judges);

    public async Task<bool> MayAttach(string id, Caller caller, CancellationToken cancel) =>
        await Find(id, cancel) is var (dispute, ofClaimant)
        && dispute.State is DisputeState.Open or DisputeState.Answered && caller.Person == (ofClaimant ? dispute.ClaimantId : dispute.HolderId);

    private async Task<(Dispute Dispute, bool OfClaimant)?> Find(string id, CancellationToken cancel)
    {
        var cut = id.LastIndexOf('-');
        if (cut < 0 || id[cut..] is not ("-claimant" or "-holder") || !Id.TryParse<DisputeId>(id[..cut], out var found))
        {
            return null;
        }

        return await readers.Readable().FirstOrDefaultAsync(dispute => dispute.Id == found, cancel) is { } dispute ? (dispute, id[cut..] == "-claimant") : null;
    }
}
