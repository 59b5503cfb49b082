using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Customers.Warnings;

internal sealed record WarningRow
{
    public required WarningId Id { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required string CustomerName { get; init; }

    public string? OwnerName { get; init; }

    public string? Grade { get; init; }

    public required WarningState State { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required DateOnly DueOn { get; init; }

    public DateOnly? FollowedOn { get; init; }

    public required int Signals { get; init; }

    public string? Cause { get; init; }

    public DateOnly? ResumedOn { get; init; }

    public WarningResult? Result { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public required Money WonSales { get; init; }

    public required int Level { get; init; }
}

/// <summary>GET /api/customer-warnings, /api/customer-warnings/export: of the customers one sees.</summary>
internal static class ListWarnings
{
    public sealed class Filter : IChecked
    {
        public CustomerId? Customer { get; init; }

        public PersonId? Owner { get; init; }

        public WarningState? State { get; init; }

        public WarningResult? Result { get; init; }

        public string? Indicator { get; init; }

        public string? Cause { get; init; }

        public string? Grade { get; init; }

        /// <summary>Not followed up although it was due.</summary>
        public bool? Overdue { get; init; }

        /// <summary>Orders came in since.</summary>
        public bool? Resumed { get; init; }
    }

    private static readonly ListSpec<WarningRow> Spec = new ListSpec<WarningRow>("customer-warnings", row => row.Id)
        .NameColumn("customerName", row => row.CustomerName)
        .NameColumn("ownerName", row => row.OwnerName)
        .Column("grade", row => row.Grade)
        .Column("state", row => row.State)
        .Column("openedOn", row => row.OpenedOn)
        .Column("dueOn", row => row.DueOn)
        .Column("followedOn", row => row.FollowedOn)
        .Column("signals", row => row.Signals)
        .Column("cause", row => row.Cause)
        .Column("resumedOn", row => row.ResumedOn)
        .Column("result", row => row.Result)
        .Column("closedOn", row => row.ClosedOn)
        .Column("wonSales", row => row.WonSales)
        .SortedBy("-openedOn");

    public static Task<ListPage<WarningRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel) =>
        Spec.Page(Rows(query, filter, db, reach, clock.Today), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var causes = (await ReadWarningWords.Handle(db, clock, cancel)).Causes.ToDictionary(word => word.Code, word => Languages.Of(http) == Languages.English ? word.NameEn : word.Name);
        var named = Spec.Saying("cause", row => row.Cause is { } code ? causes.GetValueOrDefault(code, code) : null);
        await ExportList.Write(http, db, named, Rows(query, filter, db, reach, clock.Today), query.Sort, cancel);
    }

    private static IQueryable<WarningRow> Rows(ListQuery query, Filter filter, AppDb db, Reach reach, DateOnly today)
    {
        var customers = db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read);
        if (query.Q.CleanOrNull() is { } words)
        {
            customers = customers.Matching(db, words);
        }

        if (filter.Owner is { } owner)
        {
            customers = customers.Where(customer => customer.OwnerId == owner);
        }

        if (filter.Customer is { } of)
        {
            customers = customers.Where(customer => customer.Id == of);
        }

        var warnings = db.Set<CustomerWarning>().AsNoTracking();
        if (filter.State is { } state)
        {
            warnings = warnings.Where(warning => warning.State == state);
        }

        if (filter.Result is { } result)
        {
            warnings = warnings.Where(warning => warning.Result == result);
        }

        if (filter.Cause.CleanOrNull() is { } cause)
        {
            warnings = warnings.Where(warning => warning.Cause == cause);
        }

        if (filter.Grade.CleanOrNull() is { } grade)
        {
            warnings = warnings.Where(warning => warning.Grade == grade);
        }

        if (filter.Overdue == true)
        {
            warnings = warnings.Where(warning => warning.State == WarningState.Open && warning.DueOn < today);
        }

        if (filter.Resumed == true)
        {
            warnings = warnings.Where(warning => warning.ResumedOn != null && warning.State != WarningState.Closed);
        }

        var signals = db.Set<WarningSignal>();
        if (filter.Indicator.CleanOrNull() is { } indicator)
        {
            warnings = warnings.Where(warning => signals.Any(signal => signal.WarningId == warning.Id && signal.Indicator == indicator));
        }

        var people = db.PersonCards;
        return warnings.Join(customers, warning => warning.CustomerId, customer => customer.Id, (warning, customer) => new WarningRow
        {
            Id = warning.Id,
            CustomerId = customer.Id,
            CustomerName = customer.Name,
            OwnerName = people.Where(person => person.Id == customer.OwnerId).Select(person => person.Name).FirstOrDefault(),
            Grade = warning.Grade,
            State = warning.State,
            OpenedOn = warning.OpenedOn,
            DueOn = warning.DueOn,
            FollowedOn = warning.FollowedOn,
            Signals = signals.Count(signal => signal.WarningId == warning.Id),
            Cause = warning.Cause,
            ResumedOn = warning.ResumedOn,
            Result = warning.Result,
            ClosedOn = warning.ClosedOn,
            WonSales = warning.WonSales,
            Level = warning.Level,
        });
    }
}
