using Yingpan.Platform.Identity.Rules;

namespace Yingpan.Tests.Rules.Platform;

public sealed class PasswordStrengthTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("qwertyuiop123")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("aaaaaaaaaaaab")]
    [InlineData("woaini5201314")]
    [InlineData("Admin-admin-2024")]
    [InlineData("123456789012")]
    [InlineData("welcomeSummer2025")]
    [InlineData("9876543210ab")]
    public void What_is_tried_first_is_common(string password) => PasswordStrength.IsCommon(password).ShouldBeTrue();

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("yingpan-demo")]
    [InlineData("another password")]
    [InlineData("7f3a9c0e5b21d864")]
    [InlineData("kj7m-q2px-v9nw-3hbd")]
    [InlineData("春江花月夜何处春江无月明")]
    public void What_is_ones_own_is_not(string password) => PasswordStrength.IsCommon(password).ShouldBeFalse();

    [Theory]
    [InlineData("my zhangsan words", "ZhangSan", true)]
    [InlineData("这是张三的长长长长密码", "张三", true)]
    [InlineData("the long way home", "we", false)]
    [InlineData("the long way home", null, false)]
    [InlineData("the long way home", "", false)]
    public void A_name_in_it_is_found(string password, string? name, bool holds) => PasswordStrength.Holds(password, name).ShouldBe(holds);
}
