using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.People.Rules;
using Yingpan.Organization.Public;

namespace Yingpan.Demo;

/// <summary>What a personnel file holds beside name and placement. Nobody is real: the place code of the identity numbers does not exist.</summary>
internal static class PersonFiles
{
    private static readonly string[] Hobbies = ["羽毛球", "登山", "摄影", "钓鱼", "下棋", "跑步", "烹饪", "唱歌", "骑行", "读书"];
    private static readonly string[] Strengths = ["耐心,善于倾听", "思路清楚,记性好", "开朗,愿意和陌生人打交道", "做事细致,不漏单", "压力下不慌", "善于带新人"];
    private static readonly string[] Skills = ["熟悉空调安装规范", "英语流利", "会讲粤语", "电话沟通经验三年以上", "熟练使用表格", "有驾照", "商务谈判", "日语二级"];
    private static readonly string[] Goals = ["两年内成为组长", "做到部门业绩前三", "转到大客户销售", "学会带团队", "拿到季度销售冠军", "把新兴市场做起来"];
    private static readonly string[] Streets = ["和平路", "人民路", "建设路", "解放路", "滨江路", "学院路"];

    public static IReadOnlyList<Grade> Fill(ulong seed, Days days, People people)
    {
        var dice = new Dice(seed, "person files");
        var founded = days.At(days.First.AddYears(-6), 540);
        var grades = OrganizationSetup.Grades(() => dice.Id<GradeId>(founded)).ToList();
        foreach (var person in people.All)
        {
            var (row, years) = (person.Row, days.Today.DayNumber - person.Row.HiredOn.DayNumber);
            row.GradeId = grades[years > 900 ? 1 : 0].Id;
            row.Birthday = row.HiredOn.AddYears(-dice.Between(22, 40)).AddDays(-dice.Between(1, 364));
            var hobby = dice.Below(Hobbies.Length);
            row.Hobbies = $"{Hobbies[hobby]}、{Hobbies[(hobby + dice.Between(1, Hobbies.Length - 1)) % Hobbies.Length]}";
            row.Strengths = dice.Of(Strengths);
            row.Skills = dice.Of(Skills);
            row.CareerGoal = dice.Of(Goals);
            var digits = $"999999{row.Birthday.Value:yyyyMMdd}{dice.Digits(3)}";
            row.IdentityNumber = digits + IdentityNumber.CheckDigit(digits);
            row.BaseSalary = new Money(dice.Between(40, 120) * 10_000L);
            row.HomeAddress = $"示范市{dice.Of(Streets)}{dice.Between(1, 200)}号";
        }

        return grades;
    }

    public static StageRule Stages(ulong seed, Days days) =>
        OrganizationSetup.Stages(new Dice(seed, "stages").Id<StageRuleId>(days.At(days.First.AddYears(-6), 540)));
}
