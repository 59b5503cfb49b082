using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Public;
using Yingpan.Customers.Data;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Warnings;

/// <summary>Brings to a meeting whose warnings nobody has followed up although they were due.</summary>
internal sealed class WarningAgenda(AppDb db) : IAgenda
{
    public string Source => "customers.warnings";

    public async Task<IReadOnlyList<AgendaProposal>> Propose(MeetingFacts meeting, CancellationToken cancel)
    {
        var (day, people) = (meeting.AsOf, meeting.People.ToList());
        var late = await db.Set<CustomerWarning>().AsNoTracking().Where(warning => warning.State == WarningState.Open && warning.DueOn < day)
            .Join(db.Set<Customer>(), warning => warning.CustomerId, customer => customer.Id, (warning, customer) => new { customer.OwnerId, warning.DueOn })
            .Where(one => one.OwnerId != null && people.Contains(one.OwnerId.Value))
            .GroupBy(one => one.OwnerId!.Value).Select(all => new { Person = all.Key, Count = all.Count(), Since = all.Min(one => one.DueOn) }).ToListAsync(cancel);
        return await db.ByPerson(late.ConvertAll(one => new LateWork(one.Person, one.Count, one.Since)), person => $"/customer-warnings?owner={person}&overdue=true", cancel);
    }
}
