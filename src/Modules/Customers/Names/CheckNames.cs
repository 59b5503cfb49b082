using Microsoft.AspNetCore.Http;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Customers.Names;

/// <summary>What would become of a line if it were saved now.</summary>
internal sealed record CheckedName
{
    public required NameFacts Facts { get; init; }

    /// <summary>What is wrong with it, in words.</summary>
    public required IReadOnlyList<ProblemFault> Faults { get; init; }

    /// <summary>Required and empty.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Customers it is, or looks like.</summary>
    public required IReadOnlyList<DuplicateRow> Customers { get; init; }

    /// <summary>The same name on a list.</summary>
    public required IReadOnlyList<ListedAlready> Listed { get; init; }

    /// <summary>An earlier line of the same block with the same name, from 0.</summary>
    public int? SameAs { get; init; }

    /// <summary>Nobody has the name: what is wrong with it otherwise can be mended.</summary>
    public required bool IsFree { get; init; }
}

/// <summary>Looks through lines before they are saved: all that the entry itself would say, and more.</summary>
internal sealed class NameChecker(AppDb db, Reach reach, Caller caller, KnownNames known, OpenCampaigns campaigns, CompanyClock clock, TextBook texts)
{
    public async Task<IReadOnlyList<CheckedName>> Of(IReadOnlyList<NameFacts> lines, CampaignId campaign, ListedNameId? except, string language, CancellationToken cancel)
    {
        if (caller.Person is { } me)
        {
            await campaigns.Require(campaign, me, cancel);
        }

        var checks = lines.Select(Faults).ToList();
        var facts = lines.Select((line, i) => LookedUp(line, checks[i])).ToList();
        var standings = await known.Of(facts, campaign, except, null, cancel);
        var rows = await CheckDuplicates.Told([.. standings.SelectMany(standing => standing.Customers)], db, reach, cancel);
        var required = await db.RequiredOfNames(campaign, clock.Today, cancel);
        var (answers, at, seen) = (new List<CheckedName>(), 0, new Dictionary<string, int>());
        for (var i = 0; i < lines.Count; i++)
        {
            var (standing, isNamed) = (standings[i], facts[i].Name.Length > 0);
            var customers = rows.Skip(at).Take(standing.Customers.Count).ToList();
            at += standing.Customers.Count;
            int? earlier = isNamed && !seen.TryAdd(standing.Key, i) ? seen[standing.Key] : null;
            answers.Add(new CheckedName
            {
                Facts = lines[i],
                Faults = [.. checks[i].Select(fault => new ProblemFault(fault.Field, fault.Code, texts.Say(fault.Code, language, fault.Params), fault.Params))],
                Missing = NameFields.Measure(Filled(lines[i]), required).Missing,
                Customers = customers,
                Listed = isNamed ? standing.Listed : [],
                SameAs = earlier,
                IsFree = isNamed && standing.Taken is null && earlier is null && !standing.Listed.Any(one => one.IsSame),
            });
        }

        return answers;
    }

    private static IReadOnlyList<Fault> Faults(NameFacts line)
    {
        var check = new Check();
        line.Check(check);
        return check.Faults;
    }

    /// <summary>What no database should hold is not looked up.</summary>
    private static IdentityFacts LookedUp(NameFacts line, IReadOnlyList<Fault> faults)
    {
        bool IsFaulty(string field) => faults.Any(fault => fault.Field == field);
        return new IdentityFacts { Name = IsFaulty("name") ? "" : line.Name.Clean(), City = IsFaulty("city") ? null : line.City, Phone = IsFaulty("phone") ? null : line.Phone };
    }

    private static IReadOnlySet<string> Filled(NameFacts line)
    {
        var name = new ListedName { Id = default, CampaignId = default, OwnerId = default, PreparedById = default, Day = default, CreatedAt = default, Name = "", State = NameState.New, StateOn = default, Key = "" };
        line.WriteTo(name);
        return name.Filled;
    }
}

/// <summary>POST /api/customer-names/check: lines as they are being typed. Writes nothing.</summary>
internal static class CheckNames
{
    public sealed record Request : IChecked
    {
        public required CampaignId CampaignId { get; init; }

        /// <summary>The name that is being edited.</summary>
        public ListedNameId? Except { get; init; }

        /// <summary>What is wrong with a line is the answer, and refuses nothing.</summary>
        public required IReadOnlyList<NameFacts> Lines { get; init; }

        public void Check(Check check)
        {
            check.That(Lines.Count <= PastedNames.Most, "lines", "field.too-many", ("max", PastedNames.Most));
            check.That(Lines.All(line => line is not null), "lines", "field.not-valid");
        }
    }

    public sealed record View(IReadOnlyList<CheckedName> Items);

    public static async Task<View> Handle(Request request, NameChecker checker, HttpContext http, CancellationToken cancel) =>
        new(await checker.Of(request.Lines, request.CampaignId, request.Except, Languages.Of(http), cancel));
}

/// <summary>POST /api/customer-names/paste: a block copied out of a spreadsheet, taken apart and looked through. Writes nothing.</summary>
internal static class PasteNames
{
    private const int LongestText = 400_000;

    public sealed record Request : IChecked
    {
        public required CampaignId CampaignId { get; init; }

        public required string Text { get; init; }

        /// <summary>The field in which a block without headings begins; left out, the first.</summary>
        public string? From { get; init; }

        public void Check(Check check)
        {
            check.That(Text.Length <= LongestText, "text", "field.too-long", ("max", LongestText));
            check.That(From is null || NameFields.All.Contains(From), "from", "field.not-one-of", ("allowed", string.Join(", ", NameFields.All)));
        }
    }

    public sealed record View
    {
        public required bool HasHeadings { get; init; }

        /// <summary>Headings nobody knows; their columns are left out.</summary>
        public required IReadOnlyList<string> Unknown { get; init; }

        /// <summary>Lines beyond the most that are taken at once.</summary>
        public required int Left { get; init; }

        public required IReadOnlyList<CheckedName> Items { get; init; }
    }

    public static async Task<View> Handle(Request request, NameChecker checker, HttpContext http, CancellationToken cancel)
    {
        var block = PastedNames.Read(request.Text, NameColumns.Fields, request.From ?? NameFields.All[0]);
        return new View
        {
            HasHeadings = block.HasHeadings,
            Unknown = block.Unknown,
            Left = block.Left,
            Items = await checker.Of([.. block.Rows.Select(NameFacts.Of)], request.CampaignId, null, Languages.Of(http), cancel),
        };
    }
}
