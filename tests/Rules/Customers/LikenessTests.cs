using FsCheck;
using FsCheck.Fluent;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Identity.Rules;
using Check = Yingpan.Platform.Http.Check;

namespace Yingpan.Tests.Rules.Customers;

public sealed class LikenessTests
{
    private static readonly NameWords Words = ShippedTables.NameWords;

    private static readonly Gen<string> Texts = Gen.Elements("阿里巴蓝鼎蔚理黎星兴新馨abc012 （)市有限公司科技苏州".ToCharArray()).ArrayOf().Select(signs => new string(signs));

    private static readonly Gen<string> Roots =
        Gen.Elements("砚榆棠禾澄岫笠蔚泠沐筠屹朔珑璟湛翊峤".ToCharArray()).NonEmptyListOf().Where(signs => signs.Count is >= 4 and <= 10).Select(signs => string.Concat(signs));

    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.961)]
    [InlineData("DWAYNE", "DUANE", 0.840)]
    [InlineData("DIXON", "DICKSONX", 0.813)]
    [InlineData("", "", 1)]
    [InlineData("A", "", 0)]
    public void O_I6_names_are_as_alike_as_Winkler_found(string a, string b, double alike) => Math.Round(Likeness.JaroWinkler(a, b), 3).ShouldBe(alike);

    [Theory]
    [InlineData("阿里巴巴", "阿里巴巴", 0)]
    [InlineData("阿里巴巴", "阿理巴巴", 1)]
    [InlineData("阿里巴巴", "阿里巴", 1)]
    [InlineData("阿里巴巴", "里阿巴巴", 1)]
    [InlineData("ab", "", 2)]
    public void Changes_are_counted(string a, string b, int changes) => Likeness.Changes(a, b).ShouldBe(changes);

    [Fact]
    public void Every_measure_lies_between_0_and_1_is_the_same_from_both_sides_and_1_only_for_the_same() =>
        Prop.ForAll((from a in Texts from b in Texts select (a, b)).ToArbitrary(), pair =>
        {
            var (a, b) = pair;
            var roots = (Likeness.OfRoots(a, b), Likeness.OfRoots(b, a));
            return roots.Item1 is >= 0 and <= 1 && Math.Abs(roots.Item1 - roots.Item2) < 1e-9 && (roots.Item1 < 1 || a == b || Likeness.Changes(a, b) > 0 && a.Order().SequenceEqual(b.Order()))
                && Likeness.OfRoots(a, a) == 1
                && Likeness.Changes(a, b) == Likeness.Changes(b, a)
                && Likeness.Pairs(a, b) is >= 0 and <= 1 && Likeness.Signs(a, b) is >= 0 and <= 1;
        }).Prove();

    /// <summary>Otherwise the house would look for what it can't find.</summary>
    [Fact]
    public void A_root_with_any_one_sign_changed_left_out_or_put_in_has_a_key_in_common_with_the_right_one() =>
        Prop.ForAll((from root in Roots from at in Gen.Choose(0, root.Length - 1) from how in Gen.Choose(0, 2) select (root, at, how)).ToArbitrary(), one =>
        {
            var (root, at) = (one.root, one.at);
            var mistaken = one.how switch { 0 => root.Remove(at, 1), 1 => root.Insert(at, "舱"), _ => root.Remove(at, 1).Insert(at, "舱") };
            return Keys(root + "有限公司").Intersect(Keys(mistaken + "有限公司")).Any();
        }).Prove();

    [Fact]
    public void A_name_is_itself_however_its_form_its_brackets_and_its_width_are_written() =>
        Prop.ForAll((from root in Roots from form in Gen.Elements("有限公司", "有限责任公司", "", " 公司", "有限公司。") from place in Gen.Elements("苏州", "苏州市") select (root, form, place)).ToArbitrary(), one =>
        {
            var key = CompanyName.Of($"苏州{one.root}科技有限公司", Words).Key;
            return CompanyName.Of($"{one.place}{one.root}科技{one.form}", Words).Key == key
                && CompanyName.Of($" {one.place} {one.root}（科技） {one.form}", Words).Key == key
                && CompanyName.Of($"蘇州{one.root}科技{one.form}", Words).Key == key;
        }).Prove();

    [Fact]
    public void No_text_whatever_breaks_a_name_and_none_is_without_key_and_root() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<NonEmptyString>().Select(text => text.Get).Where(text => Check.IsStorable(text) && !string.IsNullOrWhiteSpace(text)).ToArbitrary(), (string text) =>
        {
            var name = CompanyName.Of(text, Words);
            return name.Key.Length is > 0 and <= 118 && name.Shape.Length + name.Numbers.Length > 0
                && IdentityKeys.Of(new IdentityFacts { Name = text }, Words) is { First.Count: > 0, Near.Count: > 0 }
                && SearchHandles.Of(text, "C-000001", name).Tokens.Length > 0;
        }).Prove();

    [Fact]
    public void What_is_searched_by_is_among_the_tokens() =>
        Prop.ForAll((from name in Texts.Where(text => text.Trim().Length > 1) from at in Gen.Choose(0, name.Length - 2) from length in Gen.Choose(2, 8) select (name, at, length)).ToArbitrary(), one =>
        {
            var handles = SearchHandles.Of(one.name, "C-000012", CompanyName.Of(one.name, Words));
            var folded = PlainText.Fold(one.name);
            var part = folded.Substring(Math.Min(one.at, folded.Length - 2), Math.Min(one.length, folded.Length - Math.Min(one.at, folded.Length - 2)));
            return SearchHandles.PairsIn(part).All(handles.Tokens.Contains) && handles.Text.Contains(part, StringComparison.Ordinal)
                && handles.Handles.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(handle => handle.Length >= 2)
                    .All(handle => handles.Tokens.Contains(SearchHandles.BeginningOf(handle)) && handles.Tokens.Contains(SearchHandles.BeginningOf(handle[..2])));
        }).Prove();

    [Fact]
    public void The_house_adds_words_and_takes_some_out()
    {
        var own = Words.With([new NameWordChange(NameWordKind.Trade, "智造", false), new NameWordChange(NameWordKind.Region, "大理", true), new NameWordChange(NameWordKind.Kind, "事业部=事业部", false)]);
        CompanyName.Of("苏州蓝鼎智造有限公司", Words).Root.ShouldBe("蓝鼎智造");
        CompanyName.Of("苏州蓝鼎智造有限公司", own).Root.ShouldBe("蓝鼎");
        CompanyName.Of("大理蓝鼎有限公司", Words).Regions.ShouldBe(["大理"]);
        CompanyName.Of("大理蓝鼎有限公司", own).Root.ShouldBe("大理蓝鼎");
        CompanyName.Of("蓝鼎科技事业部", own).Key.ShouldBe("蓝鼎科技+事业部");
    }

    private static IEnumerable<string> Keys(string name)
    {
        var keys = IdentityKeys.Of(new IdentityFacts { Name = name }, Words);
        return keys.First.Concat(keys.Near);
    }
}
