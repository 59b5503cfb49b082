using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Yingpan.Tests.Api.Walk;

/// <summary>
/// Every route that takes JSON, found by itself, given bodies nobody would send by accident: never a failure of ours, and what is refused
/// writes nothing at all.
/// </summary>
public sealed class HostileTests
{
    /// <summary>Of one body; the further ones are of the kinds of these.</summary>
    private const int MostMembers = 6;

    private const string Lone = "@lone surrogate@";
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task No_body_breaks_a_route_and_a_refused_one_writes_nothing()
    {
        await using var house = await House.Open(Database.Sqlite);
        using var admin = await house.SignIn("admin");
        await using var watch = new SqliteConnection($"Data Source={Path.Combine(house.DataFolder, "yingpan.db")}");
        await watch.OpenAsync();
        await using var version = watch.CreateCommand();
        version.CommandText = "PRAGMA data_version";
        var (wrong, sent, refused) = (new List<string>(), 0, 0);
        foreach (var route in Route.All(house).Where(route => route.TakesBody).OrderBy(Samples.ComesLast))
        {
            var sample = Samples.Body(route, house, null)!;
            if (sample.ContentType != "application/json")
            {
                continue;
            }

            var path = PathOf(route, house);
            foreach (var body in Mutations(JsonSerializer.SerializeToNode(sample.Body, Web)!))
            {
                sent++;
                try
                {
                    // The scheduler writes by itself now and then, so one change behind a refusal tells nothing; the third does.
                    for (var tries = 0; tries < 3; tries++)
                    {
                        var before = await version.ExecuteScalarAsync();
                        var answer = await admin.Send(new HttpMethod(route.Method), path, body, seen: 1);
                        refused += tries == 0 && answer.Status >= 400 ? 1 : 0;
                        if (answer.Status < 400 || Equals(before, await version.ExecuteScalarAsync()))
                        {
                            break;
                        }

                        // That somebody tried to sign in is written down.
                        if (tries == 2 && !route.Pattern.StartsWith("/api/session", StringComparison.Ordinal))
                        {
                            wrong.Add($"{route} answered {answer.Status} and wrote all the same: {Short(body)}");
                        }
                    }
                }
                catch (Xunit.Sdk.XunitException failed)
                {
                    wrong.Add($"{route} {Short(body)}: {failed.Message[..Math.Min(failed.Message.Length, 700)]}");
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{sent} bodies, {refused} refused");
        wrong.ShouldBeEmpty($"{wrong.Count}:\n{string.Join('\n', wrong.Take(40))}");
        // Otherwise they are not hostile.
        refused.ShouldBeGreaterThan(sent / 2);
    }

    private static string PathOf(Route route, House house)
    {
        var id = route.HasParameter ? Samples.Records(route, house)[0].Id : "";
        var parts = route.Pattern.Split('/').Select(part => part.StartsWith('{') ? (id, id = Guid.Empty.ToString()).Item1 : part);
        return $"{string.Join('/', parts)}?{Samples.Query(route)}";
    }

    private static IEnumerable<string> Mutations(JsonNode sample)
    {
        yield return "";
        yield return "null";
        yield return "[]";
        yield return "{";
        yield return "{}";
        yield return With(sample, root => root["nobodyKnowsThis"] = 1);
        yield return With(sample, root => root["deep"] = Lone).Replace($"\"{Lone}\"", new string('[', 500) + new string(']', 500), StringComparison.Ordinal);
        foreach (var (member, value) in Members(sample, []).Take(MostMembers).ToList())
        {
            yield return Put(sample, member, null, drop: true);
            yield return Put(sample, member, null);
            foreach (var other in Others(value))
            {
                yield return Put(sample, member, other).Replace(Lone, @"\ud800", StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Of another type, and of the same type and hostile.</summary>
    private static IEnumerable<JsonNode> Others(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String =>
        [
            12345, new string('x', 70_000), "\0", $"a{Lone}b", "9999-12-31", "0001-01-01", "999999999999999999.99", "-1", Guid.Empty.ToString(), "%_\\'\";--", new JsonObject(),
        ],
        JsonValueKind.Number => ["1", int.MaxValue, int.MinValue, 0, 1.5, 1e300],
        JsonValueKind.True or JsonValueKind.False => ["true", 1],
        JsonValueKind.Array => [new JsonObject(), new JsonArray(null, null), new JsonArray(1, "x"), Many(value.AsArray())],
        _ => [new JsonArray(), "x", new JsonObject()],
    };

    private static JsonArray Many(JsonArray list) => [.. Enumerable.Range(0, 2_000).Select(_ => list.Count == 0 ? new JsonObject() : list[0]?.DeepClone())];

    /// <summary>Members however deep, in lists those of the first item; the upper ones first.</summary>
    private static IEnumerable<(object[] Member, JsonNode Value)> Members(JsonNode node, object[] above)
    {
        var own = node switch
        {
            JsonObject members => members.Where(pair => pair.Value is not null).Select(pair => (Member: (object[])[.. above, pair.Key], Value: pair.Value!)).ToList(),
            JsonArray { Count: > 0 } items when items[0] is { } first => [([.. above, 0], first)],
            _ => [],
        };
        return own.Concat(own.SelectMany(one => Members(one.Value, one.Member)));
    }

    private static string Put(JsonNode sample, object[] member, JsonNode? value, bool drop = false) => With(sample, root =>
    {
        var holder = member[..^1].Aggregate(root, (node, step) => step is string name ? node[name]! : node[(int)step]!);
        if (member[^1] is int at)
        {
            holder[at] = value?.DeepClone();
        }
        else if (drop)
        {
            holder.AsObject().Remove((string)member[^1]);
        }
        else
        {
            holder[(string)member[^1]] = value?.DeepClone();
        }
    });

    private static string With(JsonNode sample, Action<JsonNode> change)
    {
        var copy = sample.DeepClone();
        change(copy);
        return copy.ToJsonString();
    }

    private static string Short(string body) => body.Length > 300 ? $"{body[..300]}… ({body.Length})" : body;
}
