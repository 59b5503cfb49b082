using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Care;

/// <summary>GET /api/care-items/{id}</summary>
internal static class ReadCare
{
    public sealed record CostView(Money Gift, Money Banquet, Money Travel, Money Other, Money Sum);

    public sealed record View : IHasVersion
    {
        public required CareItemId Id { get; init; }

        public required CustomerId CustomerId { get; init; }

        public required string CustomerName { get; init; }

        public string? PersonName { get; init; }

        public required string Kind { get; init; }

        public required bool IsByHand { get; init; }

        public required CareState State { get; init; }

        public required DateOnly MadeOn { get; init; }

        public required DateOnly DueOn { get; init; }

        public DateOnly? OccasionOn { get; init; }

        public required bool IsOverdue { get; init; }

        public required int Level { get; init; }

        public string? Grade { get; init; }

        public Money? Budget { get; init; }

        public string? Note { get; init; }

        public ContactId? ContactId { get; init; }

        public string? ContactName { get; init; }

        /// <summary>To remember when one calls on him.</summary>
        public string? ContactHobbies { get; init; }

        public DateOnly? ClosedOn { get; init; }

        public string? ClosedByName { get; init; }

        public string? Result { get; init; }

        /// <summary>Null to who may not know.</summary>
        public CostView? Costs { get; init; }

        public string? OverBudgetReason { get; init; }

        public int? Score { get; init; }

        public string? Remark { get; init; }

        public required int Version { get; init; }

        /// <summary><c>close</c>; <c>costs</c>: with what it cost.</summary>
        public required IReadOnlyList<string> Can { get; init; }
    }

    public static async Task<View> Handle(CareItemId id, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var item = await db.CareSeen(reach).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var customer = await db.Set<Customer>().AsNoTracking().Where(one => one.Id == item.CustomerId).Select(one => new { one.Name, one.OwnerId }).FirstAsync(cancel);
        var contact = await db.Set<Contact>().AsNoTracking().Where(one => one.Id == item.ContactId).Select(one => new { one.Name, one.Hobbies }).FirstOrDefaultAsync(cancel);
        PersonId?[] people = [item.SponsorId ?? customer.OwnerId, item.ClosedById];
        var names = await db.PersonCards.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var costly = await db.CareWithCosts(reach).AnyAsync(one => one.Id == id, cancel);
        var may = item.State == CareState.Open && await db.CareOf(reach, CustomersPermissions.Edit).AnyAsync(one => one.Id == id, cancel);
        return new View
        {
            Id = item.Id,
            CustomerId = item.CustomerId,
            CustomerName = customer.Name,
            PersonName = Name(people[0]),
            Kind = item.Kind,
            IsByHand = item.IsByHand,
            State = item.State,
            MadeOn = item.MadeOn,
            DueOn = item.DueOn,
            OccasionOn = item.OccasionOn,
            IsOverdue = item.State == CareState.Open && item.DueOn < clock.Today,
            Level = item.Level,
            Grade = item.Grade,
            Budget = item.Budget,
            Note = item.Note,
            ContactId = item.ContactId,
            ContactName = contact?.Name,
            ContactHobbies = contact?.Hobbies,
            ClosedOn = item.ClosedOn,
            ClosedByName = Name(people[1]),
            Result = item.Result,
            Costs = costly ? new CostView(item.GiftCost, item.BanquetCost, item.TravelCost, item.OtherCost, item.Cost) : null,
            OverBudgetReason = costly ? item.OverBudgetReason : null,
            Score = item.Score,
            Remark = item.Remark,
            Version = item.Version,
            Can = !may ? [] : costly ? ["close", "costs"] : ["close"],
        };

        string? Name(PersonId? person) => person is { } known ? names.GetValueOrDefault(known) : null;
    }
}
