using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Customers.Ownership;

/// <summary>POST /api/customers/{id}/protection: until a day, by who may pass him on.</summary>
internal static class ProtectCustomer
{
    private const int MostDays = 366;

    public sealed record Request : IChecked
    {
        public required DateOnly Until { get; init; }

        public void Check(Check check) => check.Day("until", Until);
    }

    public static async Task<NoContent> Handle(
        CustomerId id, Request request, AppDb db, Reach reach, Ownerships ownerships, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var customer = await ShareCustomer.OwnedWithin(id, OwnershipPermissions.Transfer, reach, ownerships, cancel);
        var check = new Check();
        check.That(request.Until >= clock.Today && request.Until <= clock.Today.AddDays(MostDays), "until", "customers.protection-days", ("max", MostDays));
        check.That(customer.OwnerId != reach.Caller.Person || reach.Caller.ScopeOf(OwnershipPermissions.Transfer) != Scope.Own, "until", "customers.protection-own");
        check.ThrowIfAny();
        customer.ProtectedUntil = request.Until;
        await db.SaveChangesAsync(cancel);
        await notifier.Tell(customer.OwnerId!.Value, "protection-granted", new Dictionary<string, object?> { ["name"] = customer.Name, ["day"] = request.Until }, $"/customers?open={id}", cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>POST /api/customers/{id}/protection-request: the owner asks his superior for more time.</summary>
internal static class AskForProtection
{
    public sealed record Request : IChecked
    {
        public required DateOnly Until { get; init; }

        public required string Reason { get; init; }

        public void Check(Check check)
        {
            check.Day("until", Until);
            check.Text("reason", Reason, 500, lines: true);
        }
    }

    public static async Task<IResult> Handle(
        CustomerId id, Request request, AppDb db, Caller caller, Reach reach, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var customer = await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Edit).FirstOrDefaultAsync(customer => customer.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");
        if (customer.OwnerId is null || customer.OwnerId != caller.Person)
        {
            throw Refusal.Conflict("customers.protection-owner");
        }

        var chart = await db.LoadChart(clock.Today, cancel);
        var superior = chart.SuperiorOf(customer.OwnerId!.Value) ?? throw Refusal.Conflict("customers.no-superior");
        await notifier.Tell(superior, "protection-asked", new Dictionary<string, object?>
        {
            ["person"] = chart.Person(customer.OwnerId.Value)?.Name,
            ["name"] = customer.Name,
            ["day"] = request.Until,
            ["reason"] = request.Reason.Clean(),
        }, $"/customers?open={id}", cancel);
        return Results.Accepted();
    }
}

/// <summary>PUT /api/customers/{id}/exempt: a key customer is never taken back by the rules.</summary>
internal static class ExemptCustomer
{
    public sealed record Request : IChecked
    {
        public required bool IsExempt { get; init; }
    }

    public static async Task<NoContent> Handle(CustomerId id, Request request, AppDb db, Reach reach, Ownerships ownerships, CancellationToken cancel)
    {
        var customer = await ShareCustomer.Within(id, OwnershipPermissions.Transfer, reach, ownerships, cancel);
        customer.IsExempt = request.IsExempt;
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
