using Yingpan.Tests.Api.Approvals;

namespace Yingpan.Tests.Api.Orders;

/// <summary>An order whose terms the house does not allow without asking is confirmed once they are agreed to, and not before.</summary>
public sealed class OrderTermsTests
{
    private const string Orders = "/api/orders";

    [Theory, Databases]
    public async Task What_the_table_names_must_be_approved_and_the_board_counts_it_only_when_confirmed(Database database)
    {
        await using var house = await Asking(database);
        using var rep = await house.SignIn("rep-a");
        var before = await Sold(rep);
        // Below what the table names nobody is asked.
        var small = await rep.Post(Orders, Order(house, "0.05"), 201);
        Can(await rep.Get($"{Orders}/{small.Id}", 200)).ShouldBe(["edit", "confirm", "delete"]);
        (await rep.Post($"{Orders}/{small.Id}/submit", seen: 1, expect: 409)).Code.ShouldBe("orders.needs-no-approval");
        await rep.Post($"{Orders}/{small.Id}/confirm", seen: 1, expect: 200);
        var (orders, amount) = await Sold(rep);
        (orders, amount).ShouldBe((before.Orders + 1, before.Amount + 950m));

        (await rep.Post(Orders, Order(house, "0.1").With(("confirm", true)), 409)).Code.ShouldBe("orders.needs-approval");
        var id = (await rep.Post(Orders, Order(house, "0.1"), 201)).Id;
        var draft = await rep.Get($"{Orders}/{id}", 200);
        (draft["approval"], draft.Json.GetProperty("needsApproval").GetBoolean()).ShouldBe(("None", true));
        Can(draft).ShouldBe(["edit", "submit", "delete"]);
        (await rep.Post($"{Orders}/{id}/confirm", seen: 1, expect: 409)).Code.ShouldBe("orders.needs-approval");

        await rep.Post($"{Orders}/{id}/submit", seen: 1, expect: 200);
        var waiting = await rep.Get($"{Orders}/{id}", 200);
        waiting["approval"].ShouldBe("Waiting");
        Can(waiting).ShouldBe(["edit", "withdraw", "delete"]);
        var station = waiting.Json.GetProperty("road").EnumerateArray().ShouldHaveSingleItem();
        (station.GetProperty("state").GetString(), station.GetProperty("people")[0].GetString()).ShouldBe(("Running", "员工manager-a"));
        (await rep.Post($"{Orders}/{id}/confirm", seen: waiting.Version, expect: 409)).Code.ShouldBe("orders.approval-waits");
        (await rep.Post($"{Orders}/{id}/submit", seen: waiting.Version, expect: 409)).Code.ShouldBe("orders.approval-waits");

        await house.Act("manager-a", waiting["approvalId"], "approve");
        var approved = await rep.Get($"{Orders}/{id}", 200);
        approved["approval"].ShouldBe("Approved");
        Can(approved).ShouldBe(["edit", "confirm", "delete"]);
        (await Sold(rep)).ShouldBe((orders, amount));
        await rep.Post($"{Orders}/{id}/confirm", seen: approved.Version, expect: 200);
        (await Sold(rep)).ShouldBe((orders + 1, amount + 900m));
        (await rep.Get($"{Orders}?approval=Approved", 200)).Column("id").ShouldBe([id]);
        // A lower price is a discount under another name, and an amount may be too much by itself.
        await Needs(rep, house.Order("rep-a", amount: "900"), true);
        await Needs(rep, house.Order("rep-a").With(("lines", new[] { house.Line("水泵", "51", "1000") })), true);
        await Needs(rep, house.Order("rep-a").With(("lines", new[] { house.Line("水泵", "49", "1000") })), false);
    }

    [Theory, Databases]
    public async Task Who_changes_agreed_terms_asks_anew_and_a_remark_changes_none(Database database)
    {
        await using var house = await Asking(database);
        using var rep = await house.SignIn("rep-a");
        var (id, version) = await Approved(house, rep);
        await rep.Put($"{Orders}/{id}", Order(house, "0.1").With(("remark", "加急"), ("orderedOn", "2026-07-03")), version, 200);
        var same = await rep.Get($"{Orders}/{id}", 200);
        same["approval"].ShouldBe("Approved");
        await rep.Put($"{Orders}/{id}", Order(house, "0.2"), same.Version, 200);
        var changed = await rep.Get($"{Orders}/{id}", 200);
        (changed["approval"], changed["approvalId"]).ShouldBe(("None", ""));
        Can(changed).ShouldBe(["edit", "submit", "delete"]);
        await rep.Post($"{Orders}/{id}/submit", seen: changed.Version, expect: 200);
        var again = await rep.Get($"{Orders}/{id}", 200);

        // Changed while it waits, the request is taken back; whom it was with is told.
        await rep.Put($"{Orders}/{id}", Order(house, "0.15"), again.Version, 200);
        (await house.Read("rep-a", again["approvalId"]))["state"].ShouldBe("Withdrawn");
        (await house.Told("manager-a")).ShouldContain("approval-withdrawn");
        (await rep.Get($"{Orders}/{id}", 200))["approval"].ShouldBe("None");

        // Refused: not as it stands, but mended it may be asked about again, or needs nobody any more.
        var second = (await rep.Get($"{Orders}/{id}", 200)).Version;
        await rep.Post($"{Orders}/{id}/submit", seen: second, expect: 200);
        await house.Act("manager-a", (await rep.Get($"{Orders}/{id}", 200))["approvalId"], "refuse", new { round = 1, comment = "太低" });
        var refused = await rep.Get($"{Orders}/{id}", 200);
        refused["approval"].ShouldBe("Refused");
        Can(refused).ShouldBe(["edit", "delete"]);
        (await rep.Post($"{Orders}/{id}/confirm", seen: refused.Version, expect: 409)).Code.ShouldBe("orders.approval-refused");
        (await rep.Post($"{Orders}/{id}/submit", seen: refused.Version, expect: 409)).Code.ShouldBe("orders.approval-refused");
        await rep.Put($"{Orders}/{id}", Order(house, "0.05"), refused.Version, 200);
        await rep.Post($"{Orders}/{id}/confirm", seen: (await rep.Get($"{Orders}/{id}", 200)).Version, expect: 200);
    }

    [Theory, Databases]
    public async Task What_came_back_goes_in_again_as_the_same_request_or_is_withdrawn(Database database)
    {
        await using var house = await Asking(database);
        using var rep = await house.SignIn("rep-a");
        var (id, request) = await Submitted(house, rep);
        await house.Act("manager-a", request, "return", new { round = 1, comment = "缺计划" });
        var back = await rep.Get($"{Orders}/{id}", 200);
        back["approval"].ShouldBe("Returned");
        Can(back).ShouldBe(["edit", "submit", "withdraw", "delete"]);
        await rep.Put($"{Orders}/{id}", Order(house, "0.12"), back.Version, 200);
        var mended = await rep.Get($"{Orders}/{id}", 200);
        (mended["approval"], mended["approvalId"]).ShouldBe(("Returned", request));
        await rep.Post($"{Orders}/{id}/submit", seen: mended.Version, expect: 200);
        var read = await house.Read("manager-a", request);
        (read["state"], read["round"], read["discount"]).ShouldBe(("Open", "2", "0.12"));

        var waiting = await rep.Get($"{Orders}/{id}", 200);
        await rep.Post($"{Orders}/{id}/withdraw", seen: waiting.Version, expect: 200);
        (await house.Read("rep-a", request))["state"].ShouldBe("Withdrawn");
        (await rep.Post($"{Orders}/{id}/withdraw", seen: waiting.Version + 2, expect: 0)).Status.ShouldBeOneOf(409, 412);
        // The applicant takes it back at the desk: the order hears of it.
        var (second, asked) = await Submitted(house, rep);
        await rep.Post($"/api/approvals/{asked}/withdraw", expect: 200);
        (await rep.Get($"{Orders}/{second}", 200))["approval"].ShouldBe("None");
        // A draft that is removed leaves nobody with something to decide.
        var (third, last) = await Submitted(house, rep);
        await rep.Delete($"{Orders}/{third}", expect: 204);
        (await house.Read("rep-a", last))["state"].ShouldBe("Withdrawn");
        // Sent back and then within what needs nobody: it is confirmed, and the request is closed.
        var (fourth, open) = await Submitted(house, rep);
        await house.Act("manager-a", open, "return", new { round = 1, comment = "再谈" });
        await rep.Put($"{Orders}/{fourth}", Order(house, "0"), (await rep.Get($"{Orders}/{fourth}", 200)).Version, 200);
        await rep.Post($"{Orders}/{fourth}/confirm", seen: (await rep.Get($"{Orders}/{fourth}", 200)).Version, expect: 200);
        (await house.Read("rep-a", open))["state"].ShouldBe("Withdrawn");
    }

    [Theory, Databases]
    public async Task Who_may_edit_the_order_asks_and_the_salesperson_never_decides(Database database)
    {
        await using var house = await Asking(database);
        using var rep = await house.SignIn("rep-a");
        using var assistant = await house.SignIn("assistant-a");
        using var stranger = await house.SignIn("rep-b");
        using var finance = await house.SignIn("finance");
        var id = (await rep.Post(Orders, Order(house, "0.1"), 201)).Id;
        await stranger.Post($"{Orders}/{id}/submit", seen: 1, expect: 404);
        await finance.Post($"{Orders}/{id}/submit", seen: 1, expect: 403);
        await assistant.Post($"{Orders}/{id}/submit", seen: 1, expect: 200);
        var request = (await rep.Get($"{Orders}/{id}", 200))["approvalId"];
        await stranger.Post($"/api/approvals/{request}/approve", new { round = 1 }, 404);
        await assistant.Post($"/api/approvals/{request}/approve", new { round = 1 }, 404);
        (await rep.Post($"/api/approvals/{request}/approve", new { round = 1 }, 0)).Status.ShouldBeOneOf(404, 409);
        (await rep.Get($"{Orders}/{id}", 200))["approval"].ShouldBe("Waiting");
        await stranger.Post($"{Orders}/{id}/withdraw", seen: 2, expect: 404);
        await house.Act("manager-a", request, "approve");
        (await assistant.Get($"{Orders}/{id}", 200))["approval"].ShouldBe("Approved");
        // Who sees the order without a part in the decision sees how far it is, not the words of it.
        (await assistant.Get($"{Orders}/{id}", 200)).Json.GetProperty("road").GetArrayLength().ShouldBe(1);
        await assistant.Get($"/api/approvals/{request}", 404);
    }

    [Theory, Databases]
    public async Task What_comes_from_a_file_is_history_and_is_not_asked_about(Database database)
    {
        await using var house = await Asking(database);
        using var admin = await house.SignIn("admin");
        await admin.Import("orders", $"订单号,下单日期,客户,销售员,产品,数量,单价,折扣\nH-1,2026-07-01,{await Customer(admin, house)},P-rep-a,{await Product(admin, house)},1,1000,50%");
        var order = (await admin.Get($"{Orders}?q=H-1", 200)).Items.ShouldHaveSingleItem();
        (order.GetProperty("state").GetString(), order.GetProperty("approval").GetString()).ShouldBe(("Confirmed", "None"));
    }

    [Theory, Databases]
    public async Task Decided_withdrawn_and_edited_at_once_it_has_one_outcome(Database database)
    {
        await using var house = await Asking(database);
        using var rep = await house.SignIn("rep-a");
        using var assistant = await house.SignIn("assistant-a");
        using var manager = await house.SignIn("manager-a");
        for (var round = 0; round < 8; round++)
        {
            var (id, request) = await Submitted(house, rep);
            var version = (await rep.Get($"{Orders}/{id}", 200)).Version;
            var answers = await Task.WhenAll(
                manager.Post($"/api/approvals/{request}/{(round % 2 == 0 ? "approve" : "refuse")}", new { round = 1, comment = "同时" }),
                rep.Post($"{Orders}/{id}/withdraw", seen: version),
                assistant.Put($"{Orders}/{id}", Order(house, "0.3"), version));
            answers.ShouldAllBe(answer => answer.Status == 200 || answer.Status == 409 || answer.Status == 412, string.Join(" / ", answers.Select(answer => answer.Text)));
            var (decided, withdrawn, edited) = (answers[0].Status == 200, answers[1].Status == 200, answers[2].Status == 200);
            answers.Count(answer => answer.Status == 200).ShouldBe(1, string.Join(" / ", answers.Select(answer => $"{answer.Status} {answer.Text}")));
            var (order, asked) = (await rep.Get($"{Orders}/{id}", 200), await house.Read("rep-a", request));
            asked["state"].ShouldBe(decided ? round % 2 == 0 ? "Approved" : "Refused" : "Withdrawn");
            order["approval"].ShouldBe(decided ? round % 2 == 0 ? "Approved" : "Refused" : "None");
            order["amount"].ShouldBe(edited ? "700.00" : "900.00");
            withdrawn.ShouldBe(!decided && !edited);
            // Approved once, it is confirmed once.
            if (decided && round % 2 == 0)
            {
                var confirmed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => rep.Post($"{Orders}/{id}/confirm", seen: order.Version)));
                confirmed.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412]);
            }
        }
    }

    [Theory, Databases]
    public async Task Submitted_twice_and_confirmed_at_once_one_request_is_asked(Database database)
    {
        await using var house = await Asking(database);
        using var rep = await house.SignIn("rep-a");
        for (var round = 0; round < 4; round++)
        {
            var id = (await rep.Post(Orders, Order(house, "0.1"), 201)).Id;
            var before = (await rep.Get("/api/approvals?box=Mine", 200)).Total;
            var answers = await Task.WhenAll(
                rep.Post($"{Orders}/{id}/submit", seen: 1), rep.Post($"{Orders}/{id}/submit", seen: 1), rep.Post($"{Orders}/{id}/confirm", seen: 1));
            answers.Count(answer => answer.Status == 200).ShouldBe(1, string.Join(" / ", answers.Select(answer => answer.Text)));
            answers[2].Status.ShouldBeOneOf(409, 412);
            (await rep.Get("/api/approvals?box=Mine", 200)).Total.ShouldBe(before + 1);
        }
    }

    [Theory, Databases]
    public async Task A_row_may_ask_for_the_grade_of_the_customer(Database database)
    {
        await using var house = await House.Open(database);
        await house.GoLive([new { grades = new[] { "A" }, route = new[] { house.Node("manager-a") } }], "orders.terms");
        using var rep = await house.SignIn("rep-a");
        await Needs(rep, house.Order("rep-a"), false);
        using var manager = await house.SignIn("manager-a");
        var customer = house.Seed.Record("customers", "客户rep-a");
        await manager.Post($"/api/customers/{customer}/grade-overrides", new { card = "Value", grade = "A", reason = "战略客户", until = "2026-12-31" }, 201);
        await Needs(rep, house.Order("rep-a"), true);
        var (_, request) = await Submitted(house, rep);
        (await rep.Get($"/api/approvals/{request}", 200))["grade"].ShouldBe("A");
    }

    /// <summary>From ten percent off manager-a is asked, from 50,000 finance.</summary>
    private static async Task<House> Asking(Database database)
    {
        var house = await House.Open(database);
        await house.GoLive([new { discountFrom = "0.1", route = new[] { house.Node("manager-a") } }, new { amountFrom = "50000.00", route = new[] { house.Node("finance") } }], "orders.terms");
        return house;
    }

    private static Dictionary<string, object?> Order(House house, string discount) =>
        house.Order("rep-a").With(("lines", new[] { house.Line("水泵", "1", "1000", discount) }));

    private static async Task<(string Id, string Request)> Submitted(House house, Client rep)
    {
        var id = (await rep.Post(Orders, Order(house, "0.1"), 201)).Id;
        await rep.Post($"{Orders}/{id}/submit", seen: 1, expect: 200);
        return (id, (await rep.Get($"{Orders}/{id}", 200))["approvalId"]);
    }

    private static async Task<(string Id, int Version)> Approved(House house, Client rep)
    {
        var (id, request) = await Submitted(house, rep);
        await house.Act("manager-a", request, "approve");
        return (id, (await rep.Get($"{Orders}/{id}", 200)).Version);
    }

    private static async Task Needs(Client rep, Dictionary<string, object?> body, bool needs)
    {
        var id = (await rep.Post(Orders, body, 201)).Id;
        (await rep.Get($"{Orders}/{id}", 200)).Json.GetProperty("needsApproval").GetBoolean().ShouldBe(needs);
    }

    private static async Task<string> Customer(Client client, House house) => (await client.Get($"/api/customers/{house.Seed.Record("customers", "客户rep-a")}", 200))["number"];

    private static async Task<string> Product(Client client, House house) => (await client.Get($"/api/products/{house.Seed.Record("products", "水泵")}", 200))["number"];

    private static List<string?> Can(Answer order) => [.. order.Json.GetProperty("can").EnumerateArray().Select(one => one.GetString())];

    private static async Task<(int Orders, decimal Amount)> Sold(Client client)
    {
        var total = (await client.Get("/api/board?from=2026-07-01&to=2026-07-31&by=Person", 200)).Json.GetProperty("total");
        return (total.GetProperty("orders").GetInt32(), decimal.Parse(total.GetProperty("actual").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
    }
}
