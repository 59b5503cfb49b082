using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Grading;

internal static class CustomersToGrade
{
    /// <summary>The customer, locked: what is set by hand for him comes one after the other.</summary>
    public static async Task LockCustomer(this AppDb db, CustomerId id, Reach reach, Permission permission, CancellationToken cancel)
    {
        await db.Locked<Customer>(id.Value).AsNoTracking().LoadAsync(cancel);
        if (!await db.Set<Customer>().VisibleTo(reach, permission).AnyAsync(one => one.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }
    }
}

/// <summary>POST /api/customers/{id}/grade-overrides: from today on, instead of what is computed and of what was set before.</summary>
internal static class OverrideGrade
{
    public sealed record Request : IChecked
    {
        public required Scorecard Card { get; init; }

        public required string Grade { get; init; }

        public required string Reason { get; init; }

        /// <summary>The last day, included.</summary>
        public required DateOnly Until { get; init; }

        public void Check(Check check)
        {
            check.Text("grade", Grade, 4);
            check.Text("reason", Reason, 200, lines: true);
            check.Day("until", Until);
        }
    }

    public static async Task<Created<Saved<GradeOverrideId>>> Handle(CustomerId id, Request request, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        await db.LockCustomer(id, reach, CustomersPermissions.OverrideGrade, cancel);
        var today = clock.Today;
        var spec = (await db.GradingOn(today, cancel)).Spec;
        var check = new Check();
        check.That(request.Until >= today, "until", "customers.day-past");
        check.That(spec.Cards.FirstOrDefault(card => card.Card == request.Card)?.Bands.Any(band => band.Grade == request.Grade) == true, "grade", "field.not-valid");
        check.ThrowIfAny();
        foreach (var standing in await db.Set<GradeOverride>().Where(one => one.CustomerId == id && one.Card == request.Card && one.Until >= today).ToListAsync(cancel))
        {
            End(db, standing, today);
        }

        var made = new GradeOverride
        {
            Id = Id.New<GradeOverrideId>(),
            CustomerId = id,
            Card = request.Card,
            Grade = request.Grade,
            Reason = request.Reason.Clean(),
            First = today,
            Until = request.Until,
            ById = reach.Caller.Person,
        };
        db.Add(made);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/grade-overrides/{made.Id}", new Saved<GradeOverrideId>(made.Id, made.Version));
    }

    /// <summary>What began today never held for a day.</summary>
    internal static void End(AppDb db, GradeOverride standing, DateOnly today)
    {
        if (standing.First >= today)
        {
            db.Remove(standing);
            return;
        }

        standing.Until = today.AddDays(-1);
    }
}

/// <summary>POST /api/grade-overrides/{id}/end: the computed grade holds again, from today on.</summary>
internal static class EndOverride
{
    public static async Task<NoContent> Handle(GradeOverrideId id, IfMatch seen, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var customer = await db.Set<GradeOverride>().Where(one => one.Id == id).Select(one => (CustomerId?)one.CustomerId).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        await db.LockCustomer(customer, reach, CustomersPermissions.OverrideGrade, cancel);
        var standing = await db.Set<GradeOverride>().FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(standing, seen);
        if (standing.Until < clock.Today)
        {
            throw Refusal.Conflict("customers.override-over");
        }

        OverrideGrade.End(db, standing, clock.Today);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>POST /api/customers/{id}/grade-marks: what somebody knows of a criterion; it counts with the next run.</summary>
internal static class EnterMark
{
    public sealed record Request : IChecked
    {
        public required string Criterion { get; init; }

        public required int Points { get; init; }

        public required DateOnly On { get; init; }

        public string? Note { get; init; }

        public void Check(Check check)
        {
            check.Text("criterion", Criterion, 40);
            check.That(Points is >= 0 and <= 100, "points", "field.range", ("min", 0), ("max", 100));
            check.Day("on", On);
            check.OptionalText("note", Note, 200, lines: true);
        }
    }

    public static async Task<Created<Saved<GradeMarkId>>> Handle(CustomerId id, Request request, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        await db.LockCustomer(id, reach, CustomersPermissions.Edit, cancel);
        var spec = (await db.GradingOn(clock.Today, cancel)).Spec;
        var check = new Check();
        check.That(spec.Cards.Any(card => card.Criteria.Any(criterion => criterion.Measure == Measure.Entered && criterion.Code == request.Criterion)), "criterion", "field.not-valid");
        check.That(request.On <= clock.Today, "on", "customers.day-to-come");
        check.ThrowIfAny();
        var mark = new GradeMark
        {
            Id = Id.New<GradeMarkId>(),
            CustomerId = id,
            Criterion = request.Criterion,
            Points = request.Points,
            On = request.On,
            Note = request.Note.CleanOrNull(),
            ById = reach.Caller.Person,
            At = clock.Now,
        };
        db.Add(mark);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/customers/{id}/grades", new Saved<GradeMarkId>(mark.Id, 1));
    }
}
