using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Customers.Care.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Customers;

/// <summary>docs/rules/care-plan.md, care-load.md, next-action.md, satisfaction.md</summary>
public sealed class CareBook
{
    private static readonly DateOnly Wednesday = new(2026, 7, 15);
    private static readonly CustomerId Customer = new(new Guid("01980000-0000-7000-8000-0000000000c1"));
    private static readonly PersonId Owner = new(new Guid("01980000-0000-7000-8000-0000000000a1"));
    private static readonly ContactId Contact = new(new Guid("01980000-0000-7000-8000-0000000000b1"));
    private static readonly CareItemId Item = new(new Guid("01980000-0000-7000-8000-0000000000d1"));

    [Fact]
    public void The_page_of_the_plan_is_right()
    {
        foreach (var example in RulePage.Examples("care-plan"))
        {
            var line = Line(example["trigger"], example["every"]) with { DaysBefore = int.Parse(example["days before"], CultureInfo.InvariantCulture) };
            var (today, occasion) = (Day(example["today"])!.Value, Day(example["occasion"]));
            var facts = Facts(Day(example["first order"]), Day(example["last care"]), occasion, line);
            var planned = CarePlan.Of(Spec(line), facts, Today(today, line.Trigger == CareTrigger.Holiday ? occasion : null));
            planned.Select(care => (DateOnly?)care.DueOn).SingleOrDefault().ShouldBe(Day(example["due"]), string.Join(" | ", example.Values));
        }
    }

    [Fact]
    public void The_page_of_the_load_is_right()
    {
        foreach (var example in RulePage.Examples("care-load"))
        {
            var line = Line(example["trigger"], example["every"]);
            var days = Enumerable.Range(1, int.Parse(example["days"], CultureInfo.InvariantCulture)).Select(i => new CareDay(Contact, i, ContactDayKind.Birthday, Wednesday.AddDays(i))).ToList();
            var holidays = Enumerable.Range(1, int.Parse(example["holidays"], CultureInfo.InvariantCulture)).Select(i => new HouseHoliday("节", Wednesday.AddDays(30 * i))).ToList();
            var load = CareLoad.Of(Spec(line), Facts(Day(example["first order"]), null, null, line) with { Days = days }, new CareToday(Wednesday, WorkCalendar.Weekdays, holidays));
            decimal.Round(load.Sum(one => one.PerWeek), 4).ShouldBe(decimal.Parse(example["per week"], CultureInfo.InvariantCulture), string.Join(" | ", example.Values));
        }
    }

    [Fact]
    public void The_page_of_the_next_deed_is_right()
    {
        foreach (var example in RulePage.Examples("next-action"))
        {
            var facts = new NextFacts
            {
                AnswerBy = Day(example["dispute"]),
                FollowUpBy = Day(example["warning"]),
                RecycledOn = Day(example["recycled"]),
                Care = Day(example["care"]) is { } care ? ("visit", care) : null,
                ContactDay = Day(example["contact day"]) is { } day ? ("王工", day) : null,
                NeedsReview = example["review"] == "yes",
                LastContact = Day(example["last contact"]),
            };
            var deed = NextAction.Of(UsualCare.Next, facts, Day(example["today"])!.Value);
            (deed?.Line.Signal.ToString() ?? "–").ShouldBe(example["next"], string.Join(" | ", example.Values));
            deed?.On.ShouldBe(Day(example["on"]));
            deed?.What.ShouldBe(deed.Line.Signal switch { NextSignal.CareOverdue or NextSignal.CareDue => "visit", NextSignal.ContactDay => "王工", _ => null });
        }
    }

    [Fact]
    public void The_page_of_satisfaction_is_right()
    {
        foreach (var example in RulePage.Examples("satisfaction"))
        {
            var counts = (example["scores"] == "–" ? [] : example["scores"].Split(", ")).Select(score => new ScoreCount(Wednesday, "A", int.Parse(score, CultureInfo.InvariantCulture), 1)).ToList();
            var all = Satisfaction.All(counts);
            all.Answers.ShouldBe(int.Parse(example["answers"], CultureInfo.InvariantCulture));
            all.Average.ShouldBe(example["average"] == "–" ? null : decimal.Parse(example["average"], CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void What_holds_in_a_new_house_is_without_faults_however_it_grades()
    {
        foreach (var grades in new string[][] { [], ["甲"], ["甲", "乙"], ["A", "B", "C", "D"] })
        {
            var spec = UsualCare.Of(grades);
            CareFaults.Of(spec).ShouldBeEmpty();
            spec.Lines.SelectMany(line => line.Grades).Distinct().ShouldBe(grades.Take(3), ignoreOrder: true);
            spec.Lines.Where(line => line.Grades.Count == 0).Select(line => line.Code).ShouldBe(["sponsor", "visit-new", "visit-bought", "training", "survey"], "no line of a grade becomes one of all");
        }
    }

    [Fact]
    public void The_best_of_the_house_are_cared_for_most_by_whatever_name()
    {
        string Of(string code, params string[] grades) => string.Join(' ', UsualCare.Of(grades).Lines.Where(line => line.Code == code).SelectMany(line => line.Grades));
        (Of("visit-a", "金", "银", "铜"), Of("visit-b", "金", "银", "铜"), Of("support", "金", "银", "铜"), Of("birthday", "金", "银", "铜", "铁")).ShouldBe(("金", "银", "金 银", "银 铜"));
        (Of("visit-a", "金"), Of("visit-b", "金"), Of("birthday", "金")).ShouldBe(("金", "", ""));
    }

    [Fact]
    public void Lines_fit_by_state_grade_unit_and_stage_and_the_first_of_a_kind_holds()
    {
        var unit = new UnitId(new Guid("01980000-0000-7000-8000-0000000000e1"));
        var (any, best, there, fresh) = (Line("Interval", "1 Month"), Line("Interval", "1 Week") with { Code = "a", Grades = ["A"] }, Line("Interval", "2 Week") with { Code = "unit", UnitId = unit }, Line("Interval", "3 Day") with { Code = "new", BeforeMonths = 2 });
        var spec = Spec(best, there, fresh, any);
        var facts = Facts(new DateOnly(2026, 1, 10), Wednesday, null, any);
        Held(facts).ShouldBe("line");
        Held(facts with { Grade = "A" }).ShouldBe("a");
        Held(facts with { Units = [unit] }).ShouldBe("unit");
        Held(facts with { FirstOrderOn = new DateOnly(2026, 6, 1) }).ShouldBe("new");
        Held(facts with { FirstOrderOn = new DateOnly(2026, 5, 15) }).ShouldBe("line", "two months are over on that day");
        Held(facts with { State = CustomerState.Lost }).ShouldBeNull();
        CarePlan.Fits(any with { States = [CustomerState.Lost] }, facts with { State = CustomerState.Lost }, Wednesday).ShouldBeTrue("where the policy says so");
        CarePlan.Fits(any with { Grades = [CareLine.NoGrade] }, facts, Wednesday).ShouldBeTrue();

        string? Held(CareFacts of) => CarePlan.Of(spec, of, Today(Wednesday)).SingleOrDefault()?.Line.Code;
    }

    [Fact]
    public void What_is_overdue_stays_overdue_and_what_no_line_wants_goes()
    {
        var line = Line("ContactDay", "1 Day") with { DaysBefore = 1 };
        var (spec, past) = (Spec(line), new DateOnly(2026, 7, 10));
        var facts = Facts(null, null, new DateOnly(2027, 7, 10), line);
        var open = new OpenCare("visit", "line", CareTrigger.ContactDay, "x", past, past.AddDays(-1), Contact);
        CarePlan.FateOf(spec, facts, Today(Wednesday), open, null)!.Value.DueOn.ShouldBe(past.AddDays(-1));
        CarePlan.FateOf(spec, facts with { Days = [] }, Today(Wednesday), open, null).ShouldBeNull("the contact has gone");
        CarePlan.FateOf(spec, facts with { State = CustomerState.Lost }, Today(Wednesday), open, null).ShouldBeNull();
        CarePlan.FateOf(spec, facts, Today(Wednesday), open with { OccasionOn = Wednesday.AddDays(3) }, null).ShouldBeNull("a birthday that is no longer that day");
    }

    [Fact]
    public void Each_level_comes_once_its_days_have_gone_by()
    {
        int[] days = [3, 7];
        new[] { 0, 2, 3, 6, 7, 400 }.Select(late => CarePlan.Level(days, Wednesday, Wednesday.AddDays(late))).ShouldBe([0, 0, 1, 1, 2, 2]);
        CarePlan.Level([], Wednesday, Wednesday.AddDays(400)).ShouldBe(0);
    }

    [Fact]
    public void Nothing_is_due_on_a_day_off_or_before_today_nor_twice_for_one_occasion() =>
        Prop.ForAll(Anything().ToArbitrary(), one =>
        {
            var (spec, facts, today) = one;
            var planned = CarePlan.Of(spec, facts, today);
            return planned.All(care => care.DueOn.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || care.DueOn == today.Day)
                && planned.All(care => care.DueOn >= today.Day || care.Line.Trigger == CareTrigger.FirstOrder)
                && planned.All(care => care.Line.Trigger != CareTrigger.ContactDay || care.DueOn <= care.OccasionOn || care.OccasionOn < today.Day)
                && planned.DistinctBy(care => (care.Line.Kind, care.Occasion)).Count() == planned.Count;
        }).Prove();

    [Fact]
    public void Planned_again_on_the_same_day_nothing_moves() =>
        Prop.ForAll(Anything().ToArbitrary(), one =>
        {
            var (spec, facts, today) = one;
            return CarePlan.Of(spec, facts, today).All(care =>
                CarePlan.FateOf(spec, facts, today, new OpenCare(care.Line.Kind, care.Line.Code, care.Line.Trigger, care.Occasion, care.OccasionOn, care.DueOn, care.Contact), care) is { } fate
                && fate.DueOn == care.DueOn && fate.Line == care.Line);
        }).Prove();

    [Fact]
    public void Whose_day_nothing_tells_has_his_turn_within_the_interval_and_keeps_it() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<Guid>().ToArbitrary(), Gen.Choose(1, 90).ToArbitrary(), (id, every) =>
        {
            var line = Line("Interval", $"{every} Day");
            var facts = Facts(null, null, null, line) with { Id = new CustomerId(id) };
            var first = CarePlan.Of(Spec(line), facts, Today(Wednesday)).Single();
            var tomorrow = CarePlan.Of(Spec(line), facts, Today(Wednesday.AddDays(1))).Single();
            return first.IsByTurn && first.DueOn.DayNumber - Wednesday.DayNumber < every + 2 && (first.DueOn <= Wednesday.AddDays(3) || tomorrow.DueOn == first.DueOn);
        }).Prove();

    [Fact]
    public void The_parts_of_satisfaction_add_up_to_the_whole() =>
        Prop.ForAll((from day in Gen.Choose(0, 90)
                     from grade in Gen.Elements<string?>(null, "A", "B")
                     from score in Gen.Choose(1, 10)
                     from answers in Gen.Choose(1, 5)
                     select new ScoreCount(Wednesday.AddDays(day), grade, score, answers)).ListOf().Select(list => list.ToList()).ToArbitrary(), counts =>
                 {
                     var all = Satisfaction.All(counts);
                     return Satisfaction.ByMonth(counts, Wednesday, Wednesday.AddDays(90)).Sum(line => line.Answers) == all.Answers
                         && Satisfaction.ByGrade(counts).Sum(line => line.Answers) == all.Answers
                         && Satisfaction.ByScore(counts).Sum() == all.Answers
                         && all.Average is null or (>= 1 and <= 10);
                 }).Prove();

    private static Gen<(CareSpec, CareFacts, CareToday)> Anything() =>
        from trigger in Gen.Elements("Interval", "FirstOrder", "ContactDay", "Holiday", "KeyAccount")
        from every in Gen.Choose(1, 12)
        from span in Gen.Elements("Day", "Week", "Month")
        from before in Gen.Choose(0, 30)
        from day in Gen.Choose(0, 800)
        from first in Gen.Choose(-400, 400)
        from last in Gen.Choose(-400, 0)
        from occasion in Gen.Choose(0, 365)
        from known in Gen.Elements(true, false)
        let line = Line(trigger, $"{every} {span}") with { DaysBefore = before }
        let today = Wednesday.AddDays(day)
        select (Spec(line, line with { Code = "other" }), Facts(first <= 0 ? today.AddDays(first) : null, known ? today.AddDays(last) : null, today.AddDays(occasion), line), Today(today, today.AddDays(occasion)));

    private static CareSpec Spec(params CareLine[] lines) => new() { Kinds = [new("visit", "回访", "Visit")], Lines = lines, Next = [] };

    private static CareLine Line(string trigger, string every) => new()
    {
        Code = "line",
        Kind = "visit",
        Trigger = Enum.Parse<CareTrigger>(trigger),
        Every = int.Parse(every.Split(' ')[0], CultureInfo.InvariantCulture),
        Span = Enum.Parse<CareSpan>(every.Split(' ')[1]),
        DayKind = ContactDayKind.Birthday,
    };

    private static CareToday Today(DateOnly day, DateOnly? holiday = null) => new(day, WorkCalendar.Weekdays, holiday is { } on ? [new HouseHoliday("国庆节", on)] : []);

    private static CareFacts Facts(DateOnly? firstOrder, DateOnly? last, DateOnly? occasion, CareLine line) => new()
    {
        Id = Customer,
        Owner = Owner,
        State = CustomerState.Active,
        FirstOrderOn = firstOrder,
        Last = last is { } on ? [new LastCare("visit", Item, on)] : [],
        Days = occasion is { } day ? [new CareDay(Contact, 1, ContactDayKind.Birthday, day)] : [],
        Account = line.Trigger == CareTrigger.KeyAccount ? new KeptAccount(line.Every, new DateOnly(2026, 1, 5), Owner) : null,
    };

    private static DateOnly? Day(string text) => text == "–" ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
