using System.Text.Json;

namespace Yingpan.Tests.Api.CustomFields;

/// <summary>What an administrator does before others can fill anything.</summary>
internal static class Making
{
    public static readonly (string Code, string Name, string NameEn)[] Sources = [("web", "网上", "Web"), ("fair", "展会", "Trade fair"), ("peer", "同行", "Peers")];

    public static Dictionary<string, object?> Field(string code, string kind, string name, string subject = "customer") => new()
    {
        ["subject"] = subject,
        ["code"] = code,
        ["name"] = name,
        ["nameEn"] = $"En {code}",
        ["kind"] = kind,
        ["isInList"] = true,
        ["isFilter"] = kind != "LongText",
    };

    public static Dictionary<string, object?> Edit(this Dictionary<string, object?> field) => field.With(("subject", null), ("code", null));

    public static async Task<string> Make(this Client admin, Dictionary<string, object?> field) => (await admin.Post("/api/custom-fields", field.With(), 201)).Id;

    public static Task<string> Make(this Client admin, string code, string kind, string name, string subject = "customer") => admin.Make(Field(code, kind, name, subject));

    public static async Task<string> MakeList(this Client admin, string name = "来源") => (await admin.Post("/api/option-lists", new
    {
        name,
        items = Sources.Select(item => new { code = item.Code, name = item.Name, nameEn = item.NameEn }),
    }, 201)).Id;

    /// <summary>One of each kind, on customers.</summary>
    public static async Task MakeAll(this Client admin)
    {
        var list = await admin.MakeList();
        await admin.Make("motto", "Text", "口号");
        await admin.Make("story", "LongText", "来历");
        await admin.Make(Field("heads", "Number", "人数").With(("decimals", 1), ("min", "0")));
        await admin.Make("yearly", "Money", "年采购额");
        await admin.Make("tender", "Date", "招标日");
        await admin.Make("isKey", "YesNo", "重点");
        await admin.Make(Field("source", "Choice", "来源").With(("listId", list)));
        await admin.Make(Field("channels", "Choices", "渠道").With(("listId", list)));
    }

    public static Dictionary<string, object?> Customer(this House house, string? owner, string name = "字段客户", object? custom = null) => new Dictionary<string, object?>
    {
        ["name"] = name,
        ["state"] = "Prospect",
        ["ownerId"] = owner is null ? null : house.Seed.People[owner],
        ["custom"] = custom,
    }.With();

    public static string Custom(this Answer answer) => Text(answer.Json.GetProperty("custom"));

    public static string Text(JsonElement custom) => string.Join(" ", custom.EnumerateObject().OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => $"{one.Name}={one.Value}"));

    public static async Task<JsonElement> FieldOf(this Client admin, string code, string subject = "customer") =>
        (await admin.Get("/api/custom-fields", 200)).Items.Single(field => field.GetProperty("code").GetString() == code && field.GetProperty("subject").GetString() == subject);

    public static async Task<JsonElement> Form(this Client client, string subject = "customer") =>
        (await client.Get("/api/custom-forms", 200)).Items.Single(form => form.GetProperty("subject").GetString() == subject);

    public static async Task<string[]> Codes(this Client client, string subject = "customer") =>
        [.. (await client.Form(subject)).GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("code").GetString()!)];
}
