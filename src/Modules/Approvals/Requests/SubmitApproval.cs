using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;
using Yingpan.Platform.Http;

namespace Yingpan.Approvals.Requests;

/// <summary>Whom the applicant chose for a station.</summary>
/// <param name="Node">Its place in the route, from 0.</param>
internal sealed record ChosenPeople(int Node, IReadOnlyList<PersonId> People);

/// <summary>A general request (通用申请) as the form sends it.</summary>
internal record GeneralRequest : IChecked
{
    public required ApprovalMatterId MatterId { get; init; }

    public required string Title { get; init; }

    public string? Text { get; init; }

    public Money? Amount { get; init; }

    public IReadOnlyList<ChosenPeople>? Chosen { get; init; }

    public IReadOnlyList<PersonId>? CopyTo { get; init; }

    public virtual void Check(Check check)
    {
        check.Text("title", Title, 100);
        check.OptionalText("text", Text, 4000, lines: true);
        if (Amount is { } amount)
        {
            check.NotNegative("amount", amount);
        }

        check.That(CopyTo is null || CopyTo.Count <= 50, "copyTo", "field.too-many", ("max", 50));
        check.That(Chosen is null || (Chosen.Count <= Checking.MostNodes && Chosen.All(one => one.People.Count is >= 1 and <= 20)), "chosen", "field.not-valid");
        check.That(Chosen is null || Chosen.DistinctBy(one => one.Node).Count() == Chosen.Count, "chosen", "field.repeated");
    }

    public async Task<ApprovalSubmission> Submission(AppDb db, PersonId applicant, bool isNew, CancellationToken cancel)
    {
        var matter = await db.Set<Matter>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == MatterId, cancel);
        var check = new Check();
        check.That(matter is not null && (!isNew || !matter.IsClosed), "matterId", "record.not-found");
        check.That(matter is not { NeedsAmount: true } || Amount is not null, "amount", "field.required");
        check.ThrowIfAny();
        return new ApprovalSubmission
        {
            Kind = ApprovalKind.General,
            Title = Title.Clean(),
            Text = Text.CleanOrNull(),
            Applicant = applicant,
            Matter = MatterId,
            Amount = Amount,
            Chosen = Chosen?.ToDictionary(one => one.Node, one => one.People),
            CopyTo = CopyTo ?? [],
        };
    }
}

/// <summary>POST /api/approvals: a general request; other kinds are sent in by their modules.</summary>
internal static class SubmitApproval
{
    public sealed record Request : GeneralRequest
    {
        /// <summary>Uploads of the applicant's own, hung on the request.</summary>
        public IReadOnlyList<FileId>? Files { get; init; }

        public override void Check(Check check)
        {
            base.Check(check);
            check.That(Files is null || Files.Count <= 20, "files", "field.too-many", ("max", 20));
        }
    }

    public static async Task<Created<Saved<ApprovalId>>> Handle(
        Request request, AppDb db, Participation participation, Submitting submitting, FileLinks files, CancellationToken cancel)
    {
        var me = participation.Me ?? throw Refusal.Conflict("approvals.no-person");
        var approval = await submitting.Submit(await request.Submission(db, me, isNew: true, cancel), cancel);
        if (request.Files is { Count: > 0 } uploads)
        {
            await files.Attach([.. uploads], ApprovalFiles.Table, approval.Id.ToString(), cancel);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Created($"/api/approvals/{approval.Id}", new Saved<ApprovalId>(approval.Id, approval.Version));
    }
}

/// <summary>POST /api/approvals/{id}/resubmit: what came back, mended.</summary>
internal static class ResubmitApproval
{
    public sealed record Request : GeneralRequest
    {
        public string? Comment { get; init; }

        public override void Check(Check check)
        {
            base.Check(check);
            check.OptionalText("comment", Comment, 1000, lines: true);
        }
    }

    public static async Task<Saved<ApprovalId>> Handle(
        ApprovalId id, Request request, AppDb db, Participation participation, Submitting submitting, CancellationToken cancel)
    {
        if (!await participation.MaySee(id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var me = participation.Me ?? throw Refusal.Conflict("approvals.no-person");
        if (await db.Set<Approval>().AnyAsync(one => one.Id == id && one.Kind != ApprovalKind.General, cancel))
        {
            throw Refusal.Conflict("approvals.not-general");
        }

        var approval = await submitting.Resubmit(id, await request.Submission(db, me, isNew: false, cancel), request.Comment.CleanOrNull(), request.CopyTo, cancel);
        return new Saved<ApprovalId>(approval.Id, approval.Version);
    }
}

/// <summary>POST /api/approvals/preview: where it would go, before it is sent in. Writes nothing.</summary>
internal static class PreviewApproval
{
    /// <param name="Choices">Places of the stations whose people the applicant chooses.</param>
    public sealed record View(string? Refused, int? Row, string? RowName, IReadOnlyList<StepView> Steps, IReadOnlyList<int> Choices);

    public static async Task<View> Handle(GeneralRequest request, AppDb db, Participation participation, Submitting submitting, CancellationToken cancel)
    {
        var me = participation.Me ?? throw Refusal.Conflict("approvals.no-person");
        var routed = await submitting.Route(await request.Submission(db, me, isNew: false, cancel), null, cancel);
        return await Of(routed, db, cancel);
    }

    public static async Task<View> Of(Routed routed, AppDb db, CancellationToken cancel)
    {
        var named = routed.Steps.SelectMany(step => step.Turns.Select(turn => (PersonId?)turn.Person).Concat(step.Why.Select(why => why.Person))).OfType<PersonId>().Distinct().ToList();
        var names = await db.PersonCards.Where(person => named.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        return new View(
            routed.Refused, routed.Row + 1, routed.Found?.Name,
            [.. routed.Steps.Select(step => ReadApproval.View(step, person => new PersonName(person, names.GetValueOrDefault(person) ?? ""), person => person is { } one ? names.GetValueOrDefault(one) : null))],
            [.. routed.Found?.Route.Index().Where(node => node.Item.Finder == Finder.Choice).Select(node => node.Index) ?? []]);
    }
}
