using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Organization.Reorganizations.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Organization.Reorganizations;

internal sealed record ReorganizationRow
{
    public required ReorganizationId Id { get; init; }

    public required string Name { get; init; }

    public required DateOnly Day { get; init; }

    public required ReorganizationState State { get; init; }

    /// <summary>Applied, and its day is still to come.</summary>
    public required bool IsAhead { get; init; }

    public required string EditedByName { get; init; }

    public required DateTimeOffset EditedAt { get; init; }

    public string? AppliedByName { get; init; }

    public DateTimeOffset? AppliedAt { get; init; }
}

/// <summary>GET /api/reorganizations, /api/reorganizations/export</summary>
internal static class ListReorganizations
{
    public sealed class Filter : IChecked
    {
        public ReorganizationState? State { get; init; }
    }

    private static readonly ListSpec<ReorganizationRow> Spec = new ListSpec<ReorganizationRow>("reorganizations", row => row.Id)
        .Column("name", row => row.Name)
        .Column("day", row => row.Day)
        .Column("state", row => row.State)
        .Column("editedByName", row => row.EditedByName)
        .Column("editedAt", row => row.EditedAt)
        .Column("appliedByName", row => row.AppliedByName)
        .Column("appliedAt", row => row.AppliedAt)
        .SortedBy("-day");

    public static async Task<ListPage<ReorganizationRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db), query.Sort, cancel);

    private static IQueryable<ReorganizationRow> Rows(ListQuery query, Filter filter, AppDb db)
    {
        var today = db.Today;
        var plans = db.Set<Reorganization>().AsNoTracking();
        if (query.Pattern is { } pattern)
        {
            plans = plans.Where(plan => EF.Functions.Like(plan.Name.ToLower(), pattern, @"\"));
        }

        plans = filter.State is { } state ? plans.Where(plan => plan.State == state) : plans;
        return plans.Select(plan => new ReorganizationRow
        {
            Id = plan.Id,
            Name = plan.Name,
            Day = plan.Day,
            State = plan.State,
            IsAhead = plan.State == ReorganizationState.Applied && plan.Day > today,
            EditedByName = plan.EditedByName,
            EditedAt = plan.EditedAt,
            AppliedByName = plan.AppliedByName,
            AppliedAt = plan.AppliedAt,
        });
    }
}

internal sealed record ReorganizationView : IHasVersion
{
    public required ReorganizationId Id { get; init; }

    public required string Name { get; init; }

    public string? Reason { get; init; }

    public required DateOnly Day { get; init; }

    public required ReorganizationState State { get; init; }

    public required bool IsAhead { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    public required string EditedByName { get; init; }

    public required DateTimeOffset EditedAt { get; init; }

    public string? AppliedByName { get; init; }

    public DateTimeOffset? AppliedAt { get; init; }

    public string? WithdrawnByName { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/reorganizations/{id}</summary>
internal static class ReadReorganization
{
    public static async Task<ReorganizationView> Handle(ReorganizationId id, AppDb db, CancellationToken cancel)
    {
        var plan = await db.Set<Reorganization>().AsNoTracking().FirstOrDefaultAsync(plan => plan.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var isAhead = plan.State == ReorganizationState.Applied && plan.Day > db.Today;
        return new ReorganizationView
        {
            Id = plan.Id,
            Name = plan.Name,
            Reason = plan.Reason,
            Day = plan.Day,
            State = plan.State,
            IsAhead = isAhead,
            Steps = StoredSteps.Of(plan),
            EditedByName = plan.EditedByName,
            EditedAt = plan.EditedAt,
            AppliedByName = plan.AppliedByName,
            AppliedAt = plan.AppliedAt,
            WithdrawnByName = plan.WithdrawnByName,
            WithdrawnAt = plan.WithdrawnAt,
            Version = plan.Version,
            Can = plan.State == ReorganizationState.Draft ? ["edit", "delete", "apply"] : isAhead ? ["withdraw"] : [],
        };
    }
}
