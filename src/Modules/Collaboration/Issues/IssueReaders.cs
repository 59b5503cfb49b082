using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Issues.Rules;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Issues;

/// <summary>
/// Who sees an issue: the people of both units, who raised it, who takes care of it, to whom it went further up; and whose permission reaches one of
/// the units.
/// </summary>
internal sealed class IssueReaders(AppDb db, Caller caller, CompanyClock clock)
{
    public PersonId? Me => caller.Person;

    public IQueryable<Issue> Visible()
    {
        var (me, own) = (caller.Person, caller.Unit);
        var all = db.Set<Issue>();
        var scope = caller.ScopeOf(CollaborationPermissions.ReadIssues);
        if (scope == Scope.All)
        {
            return all;
        }

        var units = scope == Scope.Subtree ? caller.SubtreeUnits.ToList() : own is { } unit ? [unit] : [];
        var sent = db.Set<IssueLine>().Where(line => line.TargetId == me).Select(line => line.IssueId);
        return all.Where(issue => me != null
            && (issue.RaisedById == me || issue.OwnerId == me || units.Contains(issue.FromUnitId) || units.Contains(issue.ToUnitId) || sent.Contains(issue.Id)));
    }

    public async Task<Issue> Locked(IssueId id, CancellationToken cancel)
    {
        if (!await Visible().AnyAsync(issue => issue.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        return await db.Locked<Issue>(id.Value).FirstAsync(cancel);
    }

    public ValueTask<Chart> Chart(CancellationToken cancel) => db.LoadChart(clock.Today, cancel);

    public async Task<IssueFacts> Facts(Issue issue, CancellationToken cancel)
    {
        var house = await Chart(cancel);
        return new IssueFacts(
            issue.State,
            Me is { } me && (issue.RaisedById == me || house.Leads(me, issue.FromUnitId)),
            Me is { } he && (issue.OwnerId == he || house.Leads(he, issue.ToUnitId) || IsOfHeadless(house, issue.ToUnitId, he)),
            issue.ProposedOn is null ? null : issue.ProposedByAsking);
    }

    /// <summary>Who is told of what comes to a side: the one who acts for it, else (also when he has left) its head, else all its people.</summary>
    public async Task<IReadOnlyList<PersonId>> Side(UnitId unit, PersonId? person, CancellationToken cancel)
    {
        var house = await Chart(cancel);
        if (person is { } one && house.Person(one) is not null)
        {
            return [one];
        }

        return house.Unit(unit)?.HeadId is { } head && house.Person(head) is not null
            ? [head]
            : house.People.Where(member => member.UnitId == unit).Select(member => member.Id).ToList() is { Count: > 0 } members
                ? members
                : house.HeadOf(unit) is { } above ? [above] : [];
    }

    /// <summary>A unit that nobody leads answers by any of its people.</summary>
    private static bool IsOfHeadless(Chart house, UnitId unit, PersonId person) =>
        house.Unit(unit)?.HeadId is null && house.Person(person)?.UnitId == unit;
}

internal sealed class IssueFiles(IssueReaders readers) : IFileParent
{
    public const string Table = "collaboration_issue";

    public string Entity => Table;

    public async Task<bool> MaySee(string id, Caller caller, CancellationToken cancel) =>
        Id.TryParse<IssueId>(id, out var issue) && await readers.Visible().AnyAsync(one => one.Id == issue, cancel);

    public async Task<bool> MayAttach(string id, Caller caller, CancellationToken cancel) =>
        Id.TryParse<IssueId>(id, out var key) && await readers.Visible().FirstOrDefaultAsync(one => one.Id == key, cancel) is { } issue
        && issue.State is not (IssueState.Confirmed or IssueState.Withdrawn)
        && await readers.Facts(issue, cancel) is { } facts && (facts.IsAsking || facts.IsAnswering);
}
