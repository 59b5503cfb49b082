using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Concerns;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.HandOvers;

/// <summary>What was reported up to him and has no answer yet.</summary>
internal sealed class ReceivedConcerns(AppDb db, ConcernReaders readers, ConcernDeeds deeds) : IBelongings
{
    public string Kind => "concerns";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Waiting(db.Set<Concern>()).SelectMany(concern => concern.Receivers).Select(receiver => (PersonId?)receiver.PersonId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await Waiting(readers.Visible()).AsNoTracking().Where(concern => concern.Receivers.Any(receiver => receiver.PersonId == person)).OrderBy(concern => concern.SentAt).Take(most)
                .Select(concern => new { concern.Id, concern.Title, concern.SentAt }).ToListAsync(cancel))
            .Select(concern => new Belonging(concern.Id.Value, concern.Title, $"{concern.SentAt:yyyy-MM-dd}", $"/concerns?open={concern.Id}"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var waiting = (await Waiting(db.Set<Concern>()).Where(concern => concern.Receivers.Any(receiver => receiver.PersonId == passing.From)).Select(concern => concern.Id).ToListAsync(cancel))
            .FindAll(id => only is null || only.Contains(id.Value));
        foreach (var id in waiting)
        {
            await deeds.HandOver(id, passing.From, passing.To, cancel);
        }

        return waiting.Count;
    }

    private static IQueryable<Concern> Waiting(IQueryable<Concern> concerns) => concerns.Where(concern => concern.State == ConcernState.Sent || concern.State == ConcernState.Acknowledged);
}
