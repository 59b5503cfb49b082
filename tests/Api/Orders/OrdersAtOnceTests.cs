namespace Yingpan.Tests.Api.Orders;

/// <summary>Requests that really arrive together; the board tells whether a sale was counted once.</summary>
public sealed class OrdersAtOnceTests
{
    private const string Orders = "/api/orders";

    [Theory, Databases]
    public async Task However_many_confirm_or_cancel_at_once_the_sale_moves_once(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var order = await rep.Post(Orders, house.Order("rep-a").With(), 201);
        var confirmed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => rep.Post($"{Orders}/{order.Id}/confirm", seen: 1)));
        confirmed.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412, 412, 412, 412]);
        await IsSold(rep, "3000.00", 2);
        var cancelled = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => rep.Post($"{Orders}/{order.Id}/cancel", new { reason = "并发" }, seen: 2)));
        cancelled.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412, 412, 412, 412]);
        await IsSold(rep, "2000.00", 1);
    }

    [Theory, Databases]
    public async Task A_draft_that_is_confirmed_edited_and_removed_at_once_ends_as_one_of_them(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        for (var round = 0; round < 4; round++)
        {
            var path = $"{Orders}/{(await rep.Post(Orders, house.Order("rep-a").With(), 201)).Id}";
            var answers = await Task.WhenAll(
                rep.Post($"{path}/confirm", seen: 1), rep.Put(path, house.Order("rep-a", amount: "7").With(), 1), rep.Delete(path));
            var (confirm, edit, remove) = (answers[0].Status == 200, answers[1].Status == 200, answers[2].Status == 204);
            var after = await rep.Get(path);
            // The removal names no version, so it may also follow an edit; nothing follows a removal, and no removal a confirmation.
            (confirm && (edit || remove)).ShouldBeFalse(string.Join(" / ", answers.Select(answer => answer.Text)));
            after.Status.ShouldBe(remove ? 404 : 200);
            if (confirm)
            {
                (after["state"], after["amount"]).ShouldBe(("Confirmed", "1000.00"));
                await rep.Post($"{path}/cancel", new { reason = "下一轮" }, 200, seen: 2);
            }

            await IsSold(rep, "2000.00", 1);
        }
    }

    [Theory, Databases]
    public async Task Two_who_change_only_the_lines_do_not_overwrite_each_other(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var path = $"{Orders}/{(await rep.Post(Orders, house.Order("rep-a").With(), 201)).Id}";
        // The amount stays what it was: only what is sold differs.
        var answers = await Task.WhenAll(Enumerable.Range(2, 5).Select(i =>
            rep.Put(path, house.Order("rep-a").With(("lines", Enumerable.Repeat(house.Line("阀门", "1", "1000"), 1).Append(house.Line("水泵", $"{i}", "0")))), 1)));
        answers.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412, 412, 412]);
        var winner = Array.FindIndex(answers, answer => answer.Status == 200);
        var after = await rep.Get(path, 200);
        after.Version.ShouldBe(2);
        after.Json.GetProperty("lines")[1].GetProperty("quantity").GetString().ShouldBe($"{winner + 2}");
        (await rep.Post($"{path}/confirm", seen: 1)).Status.ShouldBe(412);
    }

    [Theory, Databases]
    public async Task A_receipt_and_a_cancellation_at_once_never_both_succeed(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        for (var round = 0; round < 6; round++)
        {
            var order = await house.Sell(admin, "rep-a");
            var answers = await Task.WhenAll(
                admin.Post($"{Orders}/{order.Id}/cancel", new { reason = "并发" }, seen: 1), admin.Post("/api/receipts", Deeds.Receipt(order.Id, "1.00").With()));
            var (cancelled, received) = (answers[0].Status == 200, answers[1].Status == 201);
            (cancelled ^ received).ShouldBeTrue(string.Join(" / ", answers.Select(answer => answer.Text)));
            (cancelled ? answers[1].Faults.Single() : answers[0].Code).ShouldBe(cancelled ? "orderId: collections.not-confirmed" : "collections.order-has-receipts");
        }
    }

    [Theory, Databases]
    public async Task Orders_of_one_month_entered_at_once_are_all_counted_under_numbers_of_their_own(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        // Each key three times, as a phone on a bad line sends it.
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            rep.Post(Orders, house.Order("rep-a", amount: "10").With(("confirm", true), ("remark", $"第{i % 4}单")), key: $"key-{i % 4}")));
        answers.ShouldAllBe(answer => answer.Status == 201 || answer.Code == "request.in-progress");
        answers.Where(answer => answer.Status == 201).Select(answer => answer.Id).Distinct().Count().ShouldBe(4);
        (await rep.Get($"{Orders}?from=2026-07-02&sort=number", 200)).Column("number").ShouldBe(["O-000001", "O-000002", "O-000003", "O-000004"]);
        await IsSold(rep, "2040.00", 5);
    }

    private static async Task IsSold(Client client, string amount, int orders)
    {
        // A whole month is read from the monthly sales, a part of it from the orders: both must say the same.
        foreach (var days in new[] { "from=2026-07-01&to=2026-07-31", "from=2026-07-01&to=2026-07-30" })
        {
            var total = (await client.Get($"/api/board?{days}", 200)).Json.GetProperty("total");
            (total.GetProperty("actual").GetString(), total.GetProperty("orders").GetInt32()).ShouldBe((amount, orders), days);
        }
    }
}
