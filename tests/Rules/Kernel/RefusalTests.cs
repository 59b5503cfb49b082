using Yingpan.Kernel;

namespace Yingpan.Tests.Rules.Kernel;

public class RefusalTests
{
    [Fact]
    public void A_refusal_says_its_code_and_params_to_the_log()
    {
        var refusal = Refusal.Conflict("run.monthIsOpen", ("month", new Month(2026, 7)), ("since", new DateOnly(2026, 8, 1)), ("by", null));

        refusal.Message.ShouldBe("run.monthIsOpen (month=2026-07, since=2026-08-01, by=null)");
        refusal.Kind.ShouldBe(RefusalKind.Conflict);
        refusal.Code.ShouldBe("run.monthIsOpen");
        refusal.Params["month"].ShouldBe(new Month(2026, 7));
        refusal.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Each_kind_has_its_creator()
    {
        Refusal.Forbidden("permission.missing").Kind.ShouldBe(RefusalKind.Forbidden);
        Refusal.NotFound("customer.notFound").Kind.ShouldBe(RefusalKind.NotFound);
        Refusal.Conflict("customer.merged").Kind.ShouldBe(RefusalKind.Conflict);
        Refusal.Stale("version.stale").Kind.ShouldBe(RefusalKind.Stale);
        Refusal.TooMany("login.tooMany").Kind.ShouldBe(RefusalKind.TooMany);
        Refusal.TooMany("login.tooMany").Message.ShouldBe("login.tooMany");
    }

    [Fact]
    public void A_faulty_request_keeps_all_its_faults()
    {
        var faults = new List<Fault> { Fault.At("lines[2].quantity", "number.tooLarge", ("max", 5)), Fault.At("", "request.empty") };
        var refusal = Refusal.Faulty(faults);
        faults.Clear();

        refusal.Kind.ShouldBe(RefusalKind.Faulty);
        refusal.Code.ShouldBe("request.faulty");
        refusal.Faults.ShouldBe([Fault.At("lines[2].quantity", "number.tooLarge", ("max", 5)), Fault.At("", "request.empty")]);
        refusal.Message.ShouldBe("request.faulty: lines[2].quantity: number.tooLarge (max=5); : request.empty");
    }

    [Fact]
    public void A_request_without_faults_is_not_faulty() => Should.Throw<ArgumentException>(() => Refusal.Faulty([]));

    [Fact]
    public void Faults_are_equal_by_content()
    {
        var fault = Fault.At("amount", "number.between", ("min", 1), ("max", 5));

        Fault.At("amount", "number.between", ("max", 5), ("min", 1)).ShouldBe(fault);
        Fault.At("amount", "number.between", ("max", 5), ("min", 1)).GetHashCode().ShouldBe(fault.GetHashCode());
        Fault.At("amount", "number.between", ("min", 1), ("max", 6)).ShouldNotBe(fault);
        Fault.At("amount", "number.between", ("min", 1)).ShouldNotBe(fault);
        Fault.At("price", "number.between", ("min", 1), ("max", 5)).ShouldNotBe(fault);
    }

    [Fact]
    public void A_param_may_be_named_once_only() =>
        Should.Throw<ArgumentException>(() => Fault.At("amount", "number.between", ("min", 1), ("min", 2)));
}
