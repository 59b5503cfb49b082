using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Care.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Care;

/// <summary>POST /api/customers/{id}/care-items: somebody plans one beside what the policy wants.</summary>
internal static class AddCare
{
    public sealed record Request : IChecked
    {
        public required string Kind { get; init; }

        public required DateOnly DueOn { get; init; }

        public ContactId? ContactId { get; init; }

        public string? Note { get; init; }

        public void Check(Check check)
        {
            check.Text("kind", Kind, 40);
            check.Day("dueOn", DueOn);
            check.OptionalText("note", Note, 500, lines: true);
        }
    }

    public static async Task<Created<Saved<CareItemId>>> Handle(CustomerId id, Request request, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        await db.LockCustomer(id, reach, CustomersPermissions.Edit, cancel);
        var (today, spec) = (clock.Today, await db.CareOn(clock.Today, cancel));
        var check = new Check();
        check.That(spec.Kinds.Any(kind => kind.Code == request.Kind), "kind", "field.not-valid");
        check.That(request.DueOn >= today, "dueOn", "customers.day-past");
        await check.ContactOf(id, request.ContactId, db, cancel);
        check.ThrowIfAny();
        var item = Planned(Id.New<CareItemId>(), id, request.Kind, today, request.DueOn, spec, note: request.Note.CleanOrNull());
        item.ContactId = request.ContactId;
        item.Grade = await db.CustomerGrades.Where(one => one.CustomerId == id).Select(one => one.Grade).FirstOrDefaultAsync(cancel);
        db.Add(item);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/care-items/{item.Id}", new Saved<CareItemId>(item.Id, item.Version));
    }

    /// <summary>With the budget that its kind has for anybody.</summary>
    public static CareItem Planned(CareItemId id, CustomerId customer, string kind, DateOnly today, DateOnly due, CareSpec spec, CareItemId? after = null, string? note = null) => new()
    {
        Id = id,
        CustomerId = customer,
        Kind = kind,
        Occasion = after is { } last ? CarePlan.After(last) : $"hand {id}",
        IsByHand = true,
        MadeOn = today,
        DueOn = due,
        Budget = spec.Lines.FirstOrDefault(line => line.Kind == kind)?.Budget,
        Note = note,
    };

    public static async Task ContactOf(this Check check, CustomerId customer, ContactId? contact, AppDb db, CancellationToken cancel) =>
        check.That(contact is null || await db.Set<Contact>().AnyAsync(one => one.Id == contact && one.CustomerId == customer, cancel), "contactId", "record.not-found");
}

/// <summary>POST /api/care-items/{id}/done · skip: by whoever may edit the customer, or is the sponsor.</summary>
internal static class CloseCare
{
    public sealed record CostRequest
    {
        public Money Gift { get; init; }

        public Money Banquet { get; init; }

        public Money Travel { get; init; }

        public Money Other { get; init; }

        public Money Sum => Gift + Banquet + Travel + Other;
    }

    public sealed record DoneRequest : IChecked
    {
        /// <summary>Today unless told.</summary>
        public DateOnly? On { get; init; }

        public string? Result { get; init; }

        public ContactId? ContactId { get; init; }

        public CostRequest? Costs { get; init; }

        public string? OverBudgetReason { get; init; }

        public int? Score { get; init; }

        public string? Remark { get; init; }

        /// <summary>When the next one of the kind is due, in place of what the policy says.</summary>
        public DateOnly? NextOn { get; init; }

        public void Check(Check check)
        {
            if (On is { } on)
            {
                check.Day("on", on);
            }

            check.OptionalText("result", Result, 1000, lines: true);
            check.OptionalText("overBudgetReason", OverBudgetReason, 500);
            check.That(Score is null or (>= 1 and <= Satisfaction.Best), "score", "field.range", ("min", 1), ("max", Satisfaction.Best));
            check.OptionalText("remark", Remark, 1000, lines: true);
            if (Costs is { } costs)
            {
                check.NotNegative("costs.gift", costs.Gift);
                check.NotNegative("costs.banquet", costs.Banquet);
                check.NotNegative("costs.travel", costs.Travel);
                check.NotNegative("costs.other", costs.Other);
            }
        }
    }

    public sealed record SkipRequest : IChecked
    {
        public required string Reason { get; init; }

        public void Check(Check check) => check.Text("reason", Reason, 1000, lines: true);
    }

    public static async Task<Saved<CareItemId>> Done(CareItemId id, DoneRequest request, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var item = await db.OpenCare(id, reach, cancel);
        var (today, spec) = (clock.Today, await db.CareOn(clock.Today, cancel));
        var (on, cost) = (request.On ?? today, request.Costs?.Sum ?? Money.Zero);
        var isSurvey = (await ReadCareWords.ByCode(db, today, cancel)).GetValueOrDefault(item.Kind)?.IsSurvey == true;
        var check = new Check();
        check.That(on <= today, "on", "customers.care-ahead");
        check.That(request.NextOn is null || request.NextOn > today, "nextOn", "customers.day-past");
        check.That(!isSurvey || request.Score is not null, "score", "field.required");
        check.That(isSurvey || request.Score is null, "score", "customers.care-no-survey");
        await check.ContactOf(item.CustomerId, request.ContactId, db, cancel);
        var isOver = item.Budget is { } budget && cost > budget;
        check.That(!isOver || !spec.OverBudgetWithReason || !string.IsNullOrWhiteSpace(request.OverBudgetReason), "overBudgetReason", "customers.care-over-budget-reason");
        check.ThrowIfAny();
        if (cost > Money.Zero && !await MayTellCosts(item, db, reach, cancel))
        {
            throw Refusal.Forbidden("permission.missing");
        }

        if (isOver && !spec.OverBudgetWithReason)
        {
            throw Refusal.Conflict("customers.care-over-budget", ("budget", item.Budget), ("cost", cost));
        }

        var costs = request.Costs ?? new CostRequest();
        (item.GiftCost, item.BanquetCost, item.TravelCost, item.OtherCost) = (costs.Gift, costs.Banquet, costs.Travel, costs.Other);
        (item.OverBudgetReason, item.Result) = (isOver ? request.OverBudgetReason.CleanOrNull() : null, request.Result.CleanOrNull());
        (item.Score, item.Remark, item.ContactId) = (request.Score, request.Remark.CleanOrNull(), request.ContactId ?? item.ContactId);
        await Close(item, CareState.Done, on, db, reach.Caller.Person, clock, cancel);
        if (request.NextOn is { } next)
        {
            var following = AddCare.Planned(Id.New<CareItemId>(), item.CustomerId, item.Kind, today, next, spec, item.Id);
            (following.Grade, following.SponsorId) = (item.Grade, item.SponsorId);
            db.Add(following);
        }

        await db.SaveChangesAsync(cancel);
        return new Saved<CareItemId>(item.Id, item.Version);
    }

    public static async Task<Saved<CareItemId>> Skip(CareItemId id, SkipRequest request, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var item = await db.OpenCare(id, reach, cancel);
        item.Result = request.Reason.Clean();
        await Close(item, CareState.Skipped, clock.Today, db, reach.Caller.Person, clock, cancel);
        await db.SaveChangesAsync(cancel);
        return new Saved<CareItemId>(item.Id, item.Version);
    }

    /// <summary>The next of the kind is counted from it; but not from one planned beside the others that lies before the last.</summary>
    internal static async Task Close(CareItem item, CareState state, DateOnly on, AppDb db, PersonId? by, CompanyClock clock, CancellationToken cancel)
    {
        (item.State, item.ClosedOn, item.ClosedById, item.ClosedAt) = (state, on, by, clock.Now);
        var last = db.Set<CareItem>().Where(one => one.CustomerId == item.CustomerId && one.Kind == item.Kind && one.IsLatest && one.Id != item.Id);
        item.IsLatest = !item.Occasion.StartsWith("hand ", StringComparison.Ordinal) || !await last.AnyAsync(one => one.ClosedOn > on, cancel);
        if (item.IsLatest)
        {
            await last.ExecuteUpdateAsync(set => set.SetProperty(one => one.IsLatest, false), cancel);
        }
    }

    private static async Task<bool> MayTellCosts(CareItem item, AppDb db, Reach reach, CancellationToken cancel) =>
        reach.Caller.May(CustomersPermissions.CareCosts) && await db.CareOf(reach, CustomersPermissions.CareCosts).AnyAsync(one => one.Id == item.Id, cancel);
}
