namespace Yingpan.Tests.Api;

internal static class Accounts
{
    /// <summary>The account as it stands now: of what is seen here the next edit may begin.</summary>
    public static async Task<int> SeenAccount(this Client admin, string id) =>
        (await admin.Get("/api/accounts?size=200", 200)).Items.Single(account => account.GetProperty("id").GetString() == id).GetProperty("version").GetInt32();

    public static async Task<Answer> EditAccount(this Client admin, string id, object body, int expect = 204) =>
        await admin.Put($"/api/accounts/{id}", body, seen: await admin.SeenAccount(id), expect: expect);
}
