using System.Globalization;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Customers;

/// <summary>docs/rules/customer-identity.md and docs/rules/customer-keys.md</summary>
public sealed class IdentityBook
{
    private static readonly NameWords Words = ShippedTables.NameWords;

    public static TheoryData<int> Names => RulePage.Rows("customer-identity");

    public static TheoryData<int> Keys => RulePage.Rows("customer-keys");

    [Theory, MemberData(nameof(Names))]
    public void The_page_on_names_is_right(int row)
    {
        var example = RulePage.Examples("customer-identity")[row];
        var (a, b) = (Facts(example["entered"]), Facts(example["there already"]));
        Judge(a, b).ShouldBe(example["found"], $"{example["entered"]} / {example["there already"]}");
        Judge(b, a).ShouldBe(example["found"], "the other way round");
    }

    [Theory, MemberData(nameof(Keys))]
    public void The_page_on_keys_is_right(int row)
    {
        var example = RulePage.Examples("customer-keys")[row];
        var written = example["entered"].Replace("\\n", "\n", StringComparison.Ordinal);
        var found = example["what"] switch
        {
            "phone" => string.Join(' ', Phones.Of(written)),
            "website" => WebDomain.Of(written) ?? "",
            "address" => PlainAddress.Of(written) ?? "",
            "name" => CompanyName.Of(written, Words).Key,
            "root" => CompanyName.Of(written, Words).Root,
            "trade" => CompanyName.Of(written, Words).Trade,
            "region" => string.Join(' ', CompanyName.Of(written, Words).Regions),
            "pinyin" => Pinyin.Of(PlainText.Fold(written)).Whole,
            "initials" => Pinyin.Of(PlainText.Fold(written)).Initials,
            var what => throw new InvalidOperationException(what),
        };
        found.ShouldBe(example["key"], $"{example["what"]} {example["entered"]}");
    }

    private static string Judge(IdentityFacts a, IdentityFacts b) => string.Join(", ", Judging.Judge(a, b, Words, IdentityPolicy.Usual)
        .Select(reason => reason.Sign == DuplicateSign.SimilarName ? $"{reason.Sign} {reason.Likeness.ToDecimal().ToString("0.00", CultureInfo.InvariantCulture)} {reason.Rule}" : $"{reason.Sign} {reason.Rule}"));

    /// <summary>Name; then what else: <c>code=…</c>, <c>phone=…</c>, <c>web=…</c>, <c>at=…</c>; of a contact <c>mobile=…</c>, <c>mail=…</c>.</summary>
    private static IdentityFacts Facts(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        string? Of(string key) => parts.Skip(1).Select(part => part.Split('=', 2)).Where(pair => pair[0] == key).Select(pair => pair[1]).FirstOrDefault();
        return new IdentityFacts { Name = parts[0], CreditCode = CreditCode.Clean(Of("code")), Phone = Of("phone"), Website = Of("web"), Address = Of("at"), ContactKeys = [.. ContactKeys.Of(Of("mobile"), null, Of("mail"))] };
    }
}
