using FsCheck.Fluent;
using Yingpan.Kernel;

namespace Yingpan.Tests.Rules.Kernel;

public class IdTests
{
    [Fact]
    public void Text_reads_back_as_the_same_id() =>
        Any.Holds(ArbMap.Default.GeneratorFor<Guid>(), guid =>
        {
            PersonId.TryParse(new PersonId(guid).ToString(), provider: null, out var person).ShouldBeTrue();
            person.ShouldBe(new PersonId(guid));
            UnitId.TryParse(new UnitId(guid).ToString(), provider: null, out var unit).ShouldBeTrue();
            unit.ShouldBe(new UnitId(guid));
            AccountId.TryParse(new AccountId(guid).ToString(), provider: null, out var account).ShouldBeTrue();
            account.ShouldBe(new AccountId(guid));
        });

    [Fact]
    public void New_ids_are_version_7_and_differ()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => Id.New<PersonId>()).ToList();
        ids.ShouldAllBe(id => id.Value.Version == 7);
        ids.ShouldBeUnique();
    }

    [Fact]
    public void Capital_letters_are_read_too()
    {
        const string text = "0198F3A2-7C11-7ABC-8DEF-0123456789AB";
        Id.TryParse<PersonId>(text, out var id).ShouldBeTrue();
        id.ToString().ShouldBe("0198f3a2-7c11-7abc-8def-0123456789ab");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("0198f3a27c117abc8def0123456789ab")]
    [InlineData("{0198f3a2-7c11-7abc-8def-0123456789ab}")]
    [InlineData(" 0198f3a2-7c11-7abc-8def-0123456789ab")]
    [InlineData("0198f3a2-7c11-7abc-8def-0123456789ag")]
    [InlineData("+198f3a2-7c11-7abc-8def-0123456789ab")]
    [InlineData("0x98f3a2-7c11-7abc-8def-0123456789ab")]
    public void Any_other_text_is_no_id(string? text)
    {
        Id.TryParse<PersonId>(text, out var id).ShouldBeFalse();
        id.ShouldBe(default);
    }
}
