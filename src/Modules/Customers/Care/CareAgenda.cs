using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Public;
using Yingpan.Customers.Data;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Care;

/// <summary>Brings to a meeting who has let days of care pass.</summary>
internal sealed class CareAgenda(AppDb db) : IAgenda
{
    public string Source => "customers.care";

    public async Task<IReadOnlyList<AgendaProposal>> Propose(MeetingFacts meeting, CancellationToken cancel)
    {
        var (day, people) = (meeting.AsOf, meeting.People.ToList());
        var late = await db.Set<CareItem>().AsNoTracking().Where(item => item.State == CareState.Open && item.DueOn < day)
            .Join(db.Set<Customer>(), item => item.CustomerId, customer => customer.Id, (item, customer) => new { Person = item.SponsorId ?? customer.OwnerId, item.DueOn })
            .Where(one => one.Person != null && people.Contains(one.Person.Value))
            .GroupBy(one => one.Person!.Value).Select(all => new { Person = all.Key, Count = all.Count(), Since = all.Min(one => one.DueOn) }).ToListAsync(cancel);
        return await db.ByPerson(late.ConvertAll(one => new LateWork(one.Person, one.Count, one.Since)), person => $"/care?person={person}&due=Overdue", cancel);
    }
}
