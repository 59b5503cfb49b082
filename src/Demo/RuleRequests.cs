using Yingpan.Approvals.Data;
using Yingpan.Approvals.Documents;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Organization.Attendance.Rules;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Demo;

/// <summary>The next edition of a rule: the director has checked it, the general manager has it before him, for some days of work.</summary>
internal sealed partial class Approvals
{
    private StoredTable? ruleTable;

    public void AskForRules(ulong seed, Days days, People people, Documents.Result documents, WorkCalendar calendar, IEnumerable<WorkHours> workHours)
    {
        var dice = new Dice(seed, "rule-requests");
        var began = days.At(days.MonthsAgo(7), 620);
        var table = new RouteTable
        {
            Rows =
            [
                new RouteRow
                {
                    Name = "全部制度",
                    Route =
                    [
                        new RouteNode { Name = "审核", Finder = Finder.People, People = [people["director"].Id], Hours = 16, Late = LatePolicy.Remind, Later = [new TimeLimit(24, LatePolicy.Remind), new TimeLimit(40, LatePolicy.Escalate)], WorkingHours = true },
                        new RouteNode { Name = "审批", Finder = Finder.People, People = [people["gm"].Id], Hours = 24, Late = LatePolicy.Remind, Later = [new TimeLimit(40, LatePolicy.Remind)], WorkingHours = true },
                    ],
                },
            ],
        };
        ruleTable = Live(dice.Id<ApprovalTableId>(began), DocumentApprovals.Kind, table, people, began);
        var book = new HoursBook(workHours.Where(hours => hours.UnitId is null).Select(hours => hours.From));
        var house = HouseOf(people, days, Limits) with { Time = new WorkingTime(calendar, day => WorkingTimes.Spans(book.On(day, [])), Days.WallOf, Days.InstantOf) };
        var hr = people["hr-head"];
        foreach (var document in documents.Documents)
        {
            if (document.Editions.Find(edition => edition.Decision == DocumentDecision.Waiting) is not { } draft)
            {
                continue;
            }

            var place = house.Chart.Person(hr.Id);
            var facts = new Facts { Applicant = hr.Id, Unit = place?.UnitId, Position = place?.PositionId };
            var at = days.At(draft.WrittenOn, 620);
            var approval = new Approval
            {
                Id = dice.Id<ApprovalId>(at),
                Number = $"A-{requests.Count + 1:000000}",
                Kind = DocumentApprovals.Kind,
                Title = document.Title,
                Text = draft.Text,
                Link = $"/documents/{document.Id}",
                Subject = DocumentApprovals.SubjectOf(document.Id, draft.Number),
                ApplicantId = facts.Applicant,
                UnitId = facts.Unit,
                PositionId = facts.Position,
                Chosen = "{}",
                State = FlowState.Open,
                TableId = ruleTable.Id,
                Row = 0,
                SubmittedAt = at,
            };
            var moved = At(at).Submit();
            Write(approval, table.Rows[0], moved, null, at);
            var turn = moved.Flow.OpenTurns.First();
            at = at.AddMinutes(95);
            approval.Turns.First(one => one.Key == turn.Key).SeenAt = at.AddMinutes(-20);
            Write(approval, table.Rows[0], At(at).Approve(moved.Flow, turn.Person, turn.Person), "二十天可行,一线已试过。", at);
            requests.Add(approval);

            Progress At(DateTimeOffset now) => new(table.Rows[0], table.TwiceAllowed, facts, house, DocumentApprovals.Kind, now);
        }
    }
}
