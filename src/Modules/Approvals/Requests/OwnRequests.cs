using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Requests;

/// <summary>
/// What a person has asked for and nobody has decided. Nobody else can be its applicant, and no superior is found for who is gone; so it is
/// taken back, and the successor asks anew where it still matters: an order of his, say, once the draft is his own.
/// </summary>
internal sealed class OwnRequests(AppDb db, Moving moving, Participation participation, HeldRequests held) : IBelongings
{
    public string Kind => "own-requests";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Undecided(db.Set<Approval>()).Select(approval => (PersonId?)approval.ApplicantId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await Undecided(await participation.Visible(cancel)).AsNoTracking().Where(approval => approval.ApplicantId == person).OrderBy(approval => approval.SubmittedAt).Take(most)
                .Select(approval => new { approval.Id, approval.Title, approval.Number }).ToListAsync(cancel))
            .Select(approval => new Belonging(approval.Id.Value, approval.Title, approval.Number, $"/approvals?box=All&open={approval.Id}"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var asked = (await Undecided(db.Set<Approval>()).Where(approval => approval.ApplicantId == passing.From).OrderBy(approval => approval.Id).Select(approval => approval.Id).ToListAsync(cancel))
            .FindAll(id => held.Has(id) && (only is null || only.Contains(id.Value)));
        foreach (var id in asked)
        {
            await moving.Move(id, (progress, flow) => progress.Withdraw(flow, passing.From), null, cancel);
        }

        return asked.Count;
    }

    private static IQueryable<Approval> Undecided(IQueryable<Approval> approvals) => approvals.Where(approval => approval.State == FlowState.Open || approval.State == FlowState.Returned);
}
