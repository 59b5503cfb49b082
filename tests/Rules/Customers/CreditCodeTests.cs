using FsCheck;
using FsCheck.Fluent;
using Yingpan.Customers.Identity.Rules;

namespace Yingpan.Tests.Rules.Customers;

public sealed class CreditCodeTests
{
    private const string Signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly Gen<string> Codes =
        from first in Gen.Elements("91", "92", "93", "11", "12", "51", "52", "53", "Y1")
        from place in Gen.Elements("0123456789".ToCharArray()).ArrayOf(6)
        from rest in Gen.Elements(Signs.ToCharArray()).ArrayOf(9)
        let body = first + new string(place) + new string(rest)
        select body + CreditCode.CheckDigit(body);

    [Fact]
    public void O_I1_the_published_example_is_valid_and_its_check_digit_is_3()
    {
        CreditCode.IsValid("91350100M000100Y43").ShouldBeTrue();
        CreditCode.CheckDigit("91350100M000100Y4").ShouldBe('3');
    }

    [Theory]
    [InlineData("91350100M000100Y44")]
    [InlineData("91350100M000100Y4")]
    [InlineData("91350100M000100Y433")]
    [InlineData("91350100I000100Y43")]
    [InlineData("9135O100M000100Y43")]
    [InlineData("91350A00M000100Y43")]
    [InlineData("")]
    public void What_is_no_code_is_refused(string code) => CreditCode.IsValid(code).ShouldBeFalse();

    [Theory]
    [InlineData("110108000000016", true)]
    [InlineData("110108000000017", false)]
    [InlineData("11010800000001", false)]
    public void An_old_registration_number_has_a_check_digit_of_its_own(string number, bool valid) => CreditCode.IsValid(number).ShouldBe(valid);

    [Theory]
    [InlineData(" 91350100m000100y43 ", "91350100M000100Y43")]
    [InlineData("9135 0100 M000 100Y 43", "91350100M000100Y43")]
    [InlineData("９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43")]
    [InlineData("91350100-M000100Y-43", "91350100M000100Y43")]
    [InlineData("  ", null)]
    [InlineData("-", null)]
    [InlineData(null, null)]
    public void However_it_is_written_it_is_one_code(string? written, string? code) => CreditCode.Clean(written).ShouldBe(code);

    [Fact]
    public void Every_code_with_its_digit_is_valid_and_any_one_mistaken_sign_is_noticed() =>
        Prop.ForAll((from code in Codes from at in Gen.Choose(8, 17) from sign in Gen.Elements(Signs.ToCharArray()) select (code, at, sign)).ToArbitrary(), one =>
        {
            var mistaken = one.code[..one.at] + one.sign + one.code[(one.at + 1)..];
            return CreditCode.IsValid(one.code) && (one.code[one.at] == one.sign || !CreditCode.IsValid(mistaken));
        }).Prove();

    [Fact]
    public void Two_neighbours_changed_over_are_noticed() =>
        Prop.ForAll((from code in Codes from at in Gen.Choose(8, 15) select (code, at)).ToArbitrary(), one =>
        {
            var (a, b) = (one.code[one.at], one.code[one.at + 1]);
            return a == b || !CreditCode.IsValid(one.code[..one.at] + b + a + one.code[(one.at + 2)..]);
        }).Prove();
}
