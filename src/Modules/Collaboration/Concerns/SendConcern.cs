using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Collaboration.Concerns;

/// <summary>GET /api/concerns/superiors: to whom the caller can report, from the nearest up.</summary>
internal static class ListSuperiors
{
    public sealed record View(IReadOnlyList<PersonName> Items);

    public static async Task<View> Handle(AppDb db, ConcernReaders readers, CompanyClock clock, CancellationToken cancel)
    {
        if (readers.Me is not { } me)
        {
            return new View([]);
        }

        var chart = await db.LoadChart(clock.Today, cancel);
        return new View([.. chart.SuperiorsOf(me).Select(person => new PersonName(person, chart.Person(person)?.Name ?? ""))]);
    }
}

/// <summary>POST /api/concerns: to one's superior, or also to further ones up the line; nobody beside it.</summary>
internal static class SendConcern
{
    public sealed record Request : IChecked
    {
        public required ConcernKind Kind { get; init; }

        public required string Title { get; init; }

        public required string Text { get; init; }

        /// <summary>Among one's superiors; none is the nearest.</summary>
        public IReadOnlyList<PersonId> To { get; init; } = [];

        /// <summary>Uploads of the author's own, hung on it.</summary>
        public IReadOnlyList<FileId> Files { get; init; } = [];

        public void Check(Check check)
        {
            check.Text("title", Title, 120);
            check.Text("text", Text, 4000, lines: true);
            check.That(To.Count <= 10, "to", "field.too-many", ("max", 10));
            check.That(Files.Count <= 20, "files", "field.too-many", ("max", 20));
        }
    }

    public static async Task<Created<Saved<ConcernId>>> Handle(
        Request request, AppDb db, ConcernReaders readers, Notifier notifier, FileLinks files, CompanyClock clock, CancellationToken cancel)
    {
        var me = readers.Me ?? throw Refusal.Conflict("collaboration.no-person");
        var chart = await db.LoadChart(clock.Today, cancel);
        var superiors = chart.SuperiorsOf(me);
        if (superiors.Count == 0)
        {
            throw Refusal.Conflict("collaboration.no-superior");
        }

        var check = new Check();
        check.That(request.To.All(superiors.Contains), "to", "collaboration.not-a-superior");
        check.ThrowIfAny();
        var to = request.To.Count == 0 ? [superiors[0]] : request.To.Distinct().ToList();
        var concern = new Concern
        {
            Id = Id.New<ConcernId>(),
            Kind = request.Kind,
            Title = request.Title.Clean(),
            Text = request.Text.Clean(),
            AuthorId = me,
            State = ConcernState.Sent,
            SentAt = clock.Now,
        };
        concern.Receivers.AddRange(to.Select(person => new ConcernReceiver { ConcernId = concern.Id, PersonId = person, At = clock.Now }));
        db.Add(concern);
        await files.Attach([.. request.Files], ConcernFiles.Table, concern.Id.ToString(), cancel);
        await db.SaveChangesAsync(cancel);
        await notifier.Tell(to, "concern-sent", ConcernWords.Of(concern, chart.Person(me)?.Name), ConcernWords.Link(concern.Id), cancel);
        return TypedResults.Created($"/api/concerns/{concern.Id}", new Saved<ConcernId>(concern.Id, concern.Version));
    }
}

internal static class ConcernWords
{
    public static Dictionary<string, object?> Of(Concern concern, string? person) => new() { ["title"] = concern.Title, ["person"] = person };

    public static string Link(ConcernId id) => $"/concerns?open={id}";
}
