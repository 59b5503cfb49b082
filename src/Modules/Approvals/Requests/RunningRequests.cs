using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Requests;

/// <summary>
/// What somebody has sent in and is not through yet. Nothing is written when he is put elsewhere: the step that is open stays with those it
/// is with, and whoever decides next is found in the chart of that day.
/// </summary>
internal sealed class RunningRequests(AppDb db, Participation participation) : IPlacedRecords
{
    public string Kind => "requests";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Running(db.Set<Approval>()).Select(approval => (PersonId?)approval.ApplicantId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await Running(await participation.Visible(cancel)).AsNoTracking().Where(approval => approval.ApplicantId == person).OrderBy(approval => approval.SubmittedAt).Take(most)
                .Select(approval => new { approval.Id, approval.Title, approval.Number }).ToListAsync(cancel))
            .Select(approval => new Belonging(approval.Id.Value, approval.Title, approval.Number, $"/approvals?box=All&open={approval.Id}"))];

    public Task Follow(IReadOnlyCollection<PersonId> people, DateOnly lastDay, CancellationToken cancel) => Task.CompletedTask;

    private static IQueryable<Approval> Running(IQueryable<Approval> approvals) => approvals.Where(approval => approval.State == FlowState.Open);
}
