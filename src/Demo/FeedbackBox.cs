using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Feedbacks;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;

namespace Yingpan.Demo;

/// <summary>What was put into the box in the last half year, half of it without a name, and what came of it.</summary>
internal sealed record FeedbackBox(IReadOnlyList<FeedbackCategory> Categories, IReadOnlyList<Feedback> All, IReadOnlyList<FeedbackWord> Words, IReadOnlyList<FeedbackDeed> Deeds)
{
    private static readonly (int Kind, string Text, string? Answer)[] Said =
    [
        (0, "报销要签五个人的字,能不能小额的少签几个?", "两千元以下已改为两级审批。"),
        (1, "提成明细能不能按单列出来,现在只有一个总数。", "下月起明细按单列出。"),
        (2, "电话区太吵,希望加隔板。", "已申购,月底安装。"),
        (3, "例会经常超时,后面的客户电话都耽误了。", "例会限时一小时,由组长计时。"),
        (0, "合同模板太多,找不到最新版。", "旧版已下架,只保留最新版。"),
        (4, "希望多组织一些羽毛球活动。", "每周四晚已订场地。"),
        (1, "新人保底时间能不能延长一个月?", null),
        (3, "批评人可以私下说,不要在群里点名。", "已与各组长沟通,今后一对一反馈。"),
        (2, "空调温度太低。", null),
        (0, "客户回收规则三十天太长,别组占着不跟进。", null),
    ];

    public static FeedbackBox Of(ulong seed, Days days, People people)
    {
        var dice = new Dice(seed, "feedback");
        var began = days.At(days.MonthsAgo(7), 540);
        var categories = CollaborationSetup.FeedbackCategories(() => dice.Id<FeedbackCategoryId>(began)).ToList();
        var (all, words, deeds) = (new List<Feedback>(), new List<FeedbackWord>(), new List<FeedbackDeed>());
        var handler = people["hr-head"].Id;
        foreach (var (i, (kind, text, answer)) in Said.Index())
        {
            var day = i < 7 ? days.MonthsAgo(6).AddDays((i * 24) + dice.Below(10)) : days.Today.AddDays(-3 * (Said.Length - i));
            day = Days.Earlier(day, days.Today.AddDays(-1));
            var anonymous = i % 2 == 0;
            var answeredOn = Days.Earlier(day.AddDays(dice.Between(1, 6)), days.Today);
            var feedback = new Feedback
            {
                // As the product makes it: an id of no time, and only the hash of a code that nobody knows.
                Id = dice.Id<FeedbackId>(days.At(day, 0)),
                CategoryId = categories[kind].Id,
                Text = text,
                PersonId = anonymous ? null : people[dice.Of(["phone1-1", "phone2-2", "east-channel-1", "export-west-1"])].Id,
                CodeHash = anonymous ? FeedbackCodes.HashOf(dice.Digits(16)) : null,
                State = answer is null ? i == 8 ? FeedbackState.InHand : FeedbackState.New : FeedbackState.Answered,
                Day = day,
                AnsweredOn = answer is null ? null : answeredOn,
                IsTold = true,
            };
            all.Add(feedback);
            if (answer is not null)
            {
                words.Add(new FeedbackWord { FeedbackId = feedback.Id, Line = 1, HandlerId = handler, Text = answer, Day = answeredOn });
                deeds.Add(new FeedbackDeed { FeedbackId = feedback.Id, Line = 1, HandlerId = handler, State = FeedbackState.Answered, At = days.At(answeredOn, 600) });
            }
        }

        return new FeedbackBox(categories, all, words, deeds);
    }
}
