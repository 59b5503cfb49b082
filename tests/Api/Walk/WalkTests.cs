using System.IO.Compression;
using System.Text;

namespace Yingpan.Tests.Api.Walk;

/// <summary>
/// Every route, found by itself, tried by every role with records it may see and records it may not. Nobody gets in who may not,
/// nothing is written that was refused, and no text of a record reaches anyone who may not see the record.
/// </summary>
public sealed class WalkTests
{
    private const string Nothing = "01900000-0000-7000-8000-000000000000";

    [Theory, Databases]
    public async Task Signed_out_every_route_is_closed_and_writes_nothing(Database database)
    {
        await using var house = await House.Open(database);
        using var nobody = house.Nobody();
        var written = await Written.Since(house);
        foreach (var route in Route.All(house))
        {
            foreach (var id in route.HasParameter ? Samples.Records(route, house).Take(1).Select(record => record.Id) : [""])
            {
                var answer = await Call(nobody, house, route, id, me: null);
                if (route.Permission != Platform.Access.Permission.Anyone)
                {
                    answer.Status.ShouldBe(401, $"{answer.What}: {answer.Text}");
                    await written.ShouldBeNothing(route);
                }

                NoneOf(house.Seed.Records, answer);
            }
        }

        await written.ShouldBeNothing();
    }

    [Theory, Databases]
    public async Task What_is_no_id_and_what_is_no_record_is_not_found(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var before = await house.Snapshot();
        foreach (var route in Route.All(house).Where(route => route.HasParameter && !Samples.ComesLast(route)))
        {
            foreach (var id in new[] { Nothing, "x", "0", "-1", "%00", "..%2f..", Guid.Empty.ToString(), "{" + Nothing + "}", new string('a', 2000), "'%20OR%201=1" })
            {
                var answer = await Call(admin, house, route, id, me: null);
                answer.Status.ShouldBeOneOf([400, 404, 405, .. route.Pattern.EndsWith("end-sessions", StringComparison.Ordinal) ? [204] : Array.Empty<int>()], $"{answer.What}: {answer.Text}");
            }
        }

        (await house.Snapshot()).ShouldBe(before);
    }

    /// <param name="instead">What he may instead of what his role grants. Then only the routes are walked that ask for what reaches over his territories: the other roles walk all of them.</param>
    internal static async Task As(string login, Database database, params (string Permission, string Scope)[] instead)
    {
        await using var house = await House.Open(database);
        if (instead.Length > 0)
        {
            using var admin = await house.SignIn("admin");
            await house.May(admin, login, instead);
        }

        using var client = await house.SignIn(login);
        var routes = Route.All(house);
        var actor = new Actor(login, house, routes, (await client.Get("/api/session", 200)).Json.GetProperty("permissions").EnumerateObject()
            .ToDictionary(grant => grant.Name, grant => instead.FirstOrDefault(one => one.Permission == grant.Name).Scope ?? grant.Value.GetString()!));

        var walked = instead.Length == 0 ? routes : [.. routes.Where(route => instead.Contains((route.Permission.Code, "Territory")))];
        // All that is wrong with a role is told at once: a walk takes long.
        var wrong = new List<string>();
        await ReadEverything(house, client, actor, walked, wrong);
        await TryWhatIsNotAllowed(house, client, actor, walked, wrong);
        await DoWhatIsAllowed(house, client, actor, walked, wrong);
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static void Expect(Answer answer, Actor actor, IReadOnlyCollection<int> expected, List<string> wrong)
    {
        if (!expected.Contains(answer.Status))
        {
            wrong.Add($"{answer.Status} instead of {string.Join('/', expected)}: {answer.What} as {actor.Login}: {answer.Text[..Math.Min(answer.Text.Length, 400)]}");
        }
    }

    /// <summary>Lists, files, searches and filters: no text of a record he may not see.</summary>
    private static async Task ReadEverything(House house, Client client, Actor actor, IReadOnlyList<Route> routes, List<string> wrong)
    {
        var hidden = house.Seed.Records.Where(record => !actor.MaySee(record)).ToList();
        foreach (var route in routes.Where(route => route.Reads && !route.HasParameter))
        {
            var usual = Samples.Query(route);
            foreach (var query in Queries(house, hidden).Prepend(""))
            {
                // Given twice, a search would look for neither.
                var asked = query.Contains("q=", StringComparison.Ordinal) && usual.StartsWith("q=", StringComparison.Ordinal) ? query : $"{usual}&{query}";
                var answer = await client.Get($"{route.Pattern}?{asked}");
                var letIn = Samples.LetInWith.GetValueOrDefault(route.ToString(), 200);
                Expect(answer, actor, (actor.May(route), actor.Further(route)) switch
                {
                    (false, _) => [403],
                    (_, not 0 and var refused) => [refused, 400],
                    _ => query.Length == 0 ? [letIn] : [letIn, 400],
                }, wrong);
                NoneOf(hidden, answer, query);
            }
        }
    }

    private static IEnumerable<string> Queries(House house, IReadOnlyList<SeededRecord> hidden)
    {
        yield return "size=200";
        yield return "size=200&q=cnry";
        yield return "size=200&q=1399";
        yield return "format=csv";
        yield return "format=xlsx";
        yield return "format=csv&q=cnry";
        foreach (var record in hidden.Where(record => record.Canaries.Count > 0).DistinctBy(record => record.Kind))
        {
            yield return $"q={record.Canaries[0]}";
            yield return $"{record.Kind.TrimEnd('s')}={record.Id}";
        }

        foreach (var person in new[] { "owner", "person", "salesperson", "manager" })
        {
            yield return $"size=200&{person}={house.Seed.People["rep-c"]}";
        }

        yield return $"size=200&unit={house.Seed.Units["north"]}";
    }

    private static async Task TryWhatIsNotAllowed(House house, Client client, Actor actor, IReadOnlyList<Route> routes, List<string> wrong)
    {
        var written = await Written.Since(house);
        var hidden = house.Seed.Records.Where(record => !actor.MaySee(record)).ToList();
        foreach (var route in routes)
        {
            var tries = !route.HasParameter
                ? [("", actor.May(route) ? actor.Further(route) : 403)]
                : Samples.Records(route, house).Select(record => (record.Id, Expected: !actor.May(route) ? 403 : actor.Reaches(route.Permission, record) ? actor.Further(route) : 404)).ToList();
            foreach (var (id, expected) in tries.Where(one => one.Item2 != 0))
            {
                var answer = await Call(client, house, route, id, actor.Me);
                Expect(answer, actor, [expected], wrong);
                NoneOf(hidden, answer);
            }

            await written.ShouldBeNothing(route);
        }

        await written.ShouldBeNothing();
    }

    /// <summary>What was refused wrote nothing. A picture of every table costs more than a request, so it is taken after twenty routes.</summary>
    private sealed class Written(House house, string before)
    {
        private readonly List<Route> tried = [];

        public static async Task<Written> Since(House house) => new(house, await house.Snapshot());

        public async Task ShouldBeNothing(Route tries)
        {
            if (!tries.Reads)
            {
                tried.Add(tries);
            }

            if (tried.Count == 20)
            {
                await ShouldBeNothing();
            }
        }

        public async Task ShouldBeNothing()
        {
            (await house.Snapshot()).ShouldBe(before, $"one of these was refused and wrote all the same: {string.Join(" · ", tried)}");
            tried.Clear();
        }
    }

    private static async Task DoWhatIsAllowed(House house, Client client, Actor actor, IReadOnlyList<Route> routes, List<string> wrong)
    {
        var hidden = house.Seed.Records.Where(record => !actor.MaySee(record)).ToList();
        foreach (var route in routes.Where(route => actor.May(route) && actor.Further(route) == 0 && route.Permission != Platform.Access.Permission.Anyone).OrderBy(Samples.ComesLast).ThenBy(route => route.Method == "DELETE").ThenBy(route => !route.Reads))
        {
            var tried = !route.HasParameter ? [new SeededRecord("", "", "", null, [])] : Samples.Records(route, house).Where(record => actor.Reaches(route.Permission, record));
            // One is enough for writing; what he may read is read whole.
            foreach (var record in route.Reads ? tried : tried.Take(1))
            {
                var id = record.Id;
                if (route.Reads && !route.HasParameter)
                {
                    continue;
                }

                var answer = await Call(client, house, route, id, Samples.KeepsItsOwner(route) && record.Owner is { } owner ? house.Seed.People[owner] : actor.Me);
                // 409 and 412 are refusals of the record's state, told only to those who were let in.
                var letIn = Samples.LetInWith.TryGetValue(route.ToString(), out var only) ? new[] { only, 412 } : id == Guid.Empty.ToString() ? [404, 412] : [200, 201, 202, 204, 409, 412];
                Expect(answer, actor, letIn, wrong);
                NoneOf(hidden, answer);
            }
        }
    }

    private static Task<Answer> Call(Client client, House house, Route route, string id, string? me)
    {
        var (first, rest) = (route.Pattern.IndexOf('{', StringComparison.Ordinal), 0);
        var path = route.Pattern;
        while (first >= 0)
        {
            var end = path.IndexOf('}', first);
            path = path[..first] + (rest++ == 0 ? id : Nothing) + path[(end + 1)..];
            first = path.IndexOf('{', first + 1);
        }

        var sample = Samples.Body(route, house, me);
        return client.Send(new HttpMethod(route.Method), $"{path}?{Samples.Query(route)}", sample?.Body, seen: 1, contentType: sample?.ContentType ?? "application/json");
    }

    private static void NoneOf(IReadOnlyList<SeededRecord> hidden, Answer answer, string asked = "")
    {
        if (answer.Bytes.Length == 0)
        {
            return;
        }

        var text = Readable(answer);
        var leaked = hidden.SelectMany(record => record.Canaries.Select(canary => (record, canary)))
            .FirstOrDefault(one => text.Contains(one.canary, StringComparison.OrdinalIgnoreCase) && !asked.Contains(one.canary, StringComparison.Ordinal));
        if (leaked.record is not null)
        {
            throw new Xunit.Sdk.XunitException($"{answer.What} shows “{leaked.canary}” of {leaked.record.Kind} {leaked.record.Name}, which the caller may not see.");
        }
    }

    /// <summary>Every byte the server sent, as text: a workbook is unpacked.</summary>
    private static string Readable(Answer answer)
    {
        if (answer.Bytes is not [(byte)'P', (byte)'K', ..])
        {
            return answer.Text;
        }

        using var zip = new ZipArchive(new MemoryStream(answer.Bytes));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}

/// <summary>Each role walks in a class of its own: what stands in one class runs one after the other, and a walk is long.</summary>
public abstract class RoleWalk(string login)
{
    [Theory, Databases]
    public Task Each_gets_what_his_role_grants_and_not_a_letter_more(Database database) => WalkTests.As(login, database);
}

public sealed class GeneralManagerWalkTests() : RoleWalk("gm");

public sealed class DirectorWalkTests() : RoleWalk("director-e");

public sealed class ManagerWalkTests() : RoleWalk("manager-a");

public sealed class RepWalkTests() : RoleWalk("rep-a");

public sealed class AssistantWalkTests() : RoleWalk("assistant-a");

public sealed class GuestWalkTests() : RoleWalk("guest");

public sealed class AdminWalkTests() : RoleWalk("admin");

public sealed class FinanceWalkTests() : RoleWalk("finance");

public sealed class HrWalkTests() : RoleWalk("hr");

/// <summary>No default role is granted over territories: rep-a holds 上海, and here his grants reach there.</summary>
public sealed class TerritoryWalkTests
{
    [Theory, Databases]
    public Task Who_holds_a_territory_gets_what_lies_there_and_not_a_letter_more(Database database) => WalkTests.As("rep-a", database, Territories.TerritoryScopeTests.Grants);
}

/// <summary>
/// Who may see what, worked out a second time from the grants and the tree of <see cref="Seed"/>, without the product's own rule.
/// </summary>
internal sealed class Actor(string login, House house, IReadOnlyList<Route> routes, IReadOnlyDictionary<string, string> grants)
{
    /// <summary>Kinds whose records lie in a territory, or hang on a customer who does.</summary>
    private static readonly HashSet<string> Lying = ["customers", "customer-contacts", "customer-records", "orders", "receipts"];

    public string Login { get; } = login;

    public string? Me => house.Seed.People.GetValueOrDefault(Login);

    public bool May(Route route) =>
        route.Permission == Platform.Access.Permission.Anyone || route.Permission == Platform.Access.Permission.SignedIn || grants.ContainsKey(route.Permission.Code);

    /// <summary>0 when what the route asks beyond its permission is there, else the status of the refusal.</summary>
    public int Further(Route route) => IsExport(route) && !grants.ContainsKey("platform.export") ? 403
        : Samples.Further.TryGetValue(route.ToString(), out var more) && !grants.ContainsKey(more.Permission) ? more.Refused : 0;

    /// <summary>But one gets back what was wrong with one's own file.</summary>
    private static bool IsExport(Route route) => route.Pattern.EndsWith("/export", StringComparison.Ordinal) && route.Pattern != "/api/imports/{id}/faults/export";

    /// <summary>By the permission of the list of that kind.</summary>
    public bool MaySee(SeededRecord record) => record.IsPrivate || record.SeenBy is not null ? Reaches(Platform.Access.Permission.SignedIn, record) : routes.First(route => route.Reads && route.Pattern == $"/api/{record.Kind}") is var list && May(list) && Reaches(list.Permission, record);

    public bool Reaches(Platform.Access.Permission permission, SeededRecord record)
    {
        if (record.IsPrivate)
        {
            return record.Owner == Login || record.Participants.Contains(Login) || (record.AlsoWith is { } wider && grants.ContainsKey(wider));
        }

        if (record.SeenBy is null && !permission.Scoped)
        {
            return true;
        }

        if (!grants.TryGetValue(record.SeenBy ?? permission.Code, out var scope))
        {
            return false;
        }

        var (owner, mine) = (record.Owner is null ? null : Seed.Staff[record.Owner].Unit, Seed.Staff[Login].Unit);
        return scope switch
        {
            "All" => true,
            "Territory" => record.Owner == Login || (Lying.Contains(record.Kind) && Seed.PlaceOf(record.Owner) == Seed.PlaceOf(Login)),
            _ when record.Owner is null => false,
            "Own" => record.Owner == Login,
            "Team" => owner == mine,
            "Subtree" => Seed.IsUnder(owner!, mine!),
            var unknown => throw new InvalidOperationException(unknown),
        };
    }
}
