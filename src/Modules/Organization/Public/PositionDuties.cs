using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Public;

/// <param name="Duties">岗位职责</param>
/// <param name="Rights">岗位权利</param>
public sealed record DutiesText(string Position, string Duties, string Rights)
{
    public string Title => $"{Position}岗位职责与权利";
}

/// <summary>Duties and rights of those who lead a sales team, as a new house gets them: drafts, to be edited and published by itself.</summary>
public static class PositionDuties
{
    /// <summary>Seven duties and six rights.</summary>
    public static DutiesText Supervisor { get; } = new(
        "销售主管",
        """
        一、制度与纪律:带头遵守公司的制度,督促组员按制度办事,出现违反当天指出。
        二、销售任务:把小组目标分到人、分到周,每天看进度,差距当周补上。
        三、市场开拓:带领组员开发新客户和新区域,提高本组所辖市场的占有率。
        四、日常事务:安排班次、例会、报表和单据,保证小组每天的工作有序进行。
        五、售后跟踪:盯住已成交客户的交付和投诉,答应客户的事按时兑现。
        六、队伍建设:辅导新人,陪同拜访,发现和培养骨干,保持队伍稳定。
        七、上传下达:把上级的任务讲清楚、落到人,把一线的困难和建议及时报上去。
        """,
        """
        一、销售政策:对公司的销售政策提出建议,并指导组员执行。
        二、资源分配:在授权范围内分配本组的客户、线索和促销资源。
        三、考核:按公司办法考核组员,提出奖惩意见。
        四、人员:对组员的聘用、调整、培训和督导提出建议并参与实施。
        五、流程:对内部工作流程提出修改意见,在本组内指导执行。
        六、预测:对项目和市场走势提出判断,参与目标的制定。
        """);

    /// <summary>Six tasks.</summary>
    public static DutiesText Manager { get; } = new(
        "销售经理",
        """
        一、业务发展计划:每年每季分析所辖市场,订出业务发展计划并检查落实。
        二、职业发展计划:与每位下属谈他的长处和方向,订出个人发展计划并跟进。
        三、策略与目标:确定重点客户、重点产品和打法,把目标分解到组、到人、到月。
        四、指导与训练:定期陪同拜访和复盘,示范做法,让每个人会做、做对。
        五、评估与选择:用统一的标准评估表现,参与选人,及时调整不合适的安排。
        六、支持:为一线争取价格、费用、技术和交付上的支持,排除跨部门的障碍。
        """,
        """
        一、所辖团队内的资源调配权和工作安排权。
        二、下属的考核权,聘用、晋升和调整的建议权。
        三、授权额度内的价格、折扣和费用审批权。
        四、制度、流程和销售政策的建议权。
        """);

    /// <summary>Ten things to supervise and eight to organise.</summary>
    public static DutiesText Director { get; } = new(
        "销售总监",
        """
        督促的十个方面:
        一、目标完成:各部门的进度与差距。
        二、回款:到期款、逾期款和信用额度。
        三、客户拜访:拜访的数量、质量和记录。
        四、意向客户:新增、推进和流失。
        五、合同执行:签订、交付和变更。
        六、售后与投诉:处理时间和客户满意。
        七、价格秩序:底价、折扣和渠道串货。
        八、费用:费用预算、报销和投入产出。
        九、团队纪律:考勤、例会和行为准则。
        十、人员培养:招聘、带教和梯队。
        组织的八项工作:
        一、组织市场调研和年度计划的编制。
        二、组织区域划分和人员设置。
        三、组织目标的分解、签订和落实。
        四、组织例会、检查和阶段总结。
        五、组织重点客户和难点商机的攻关。
        六、组织与市场、生产、财务、客服的协调。
        七、组织培训、竞赛和考核。
        八、组织销售统计和基础核算。
        """,
        """
        一、销售系统内人事任免、调动和奖惩的建议权。
        二、授权额度内价格、折扣、费用和合同的审批权。
        三、销售制度、政策和流程的制定与修改权。
        四、销售系统内人员、区域和费用的调配权。
        五、对所辖部门工作的检查权和考核权。
        """);

    public static IReadOnlyList<DutiesText> All => [Supervisor, Manager, Director];

    /// <summary>For each of these positions that has none yet, and the position itself where there is none. Saved by the caller.</summary>
    public static async Task AddTo(AppDb db, CancellationToken cancel)
    {
        var positions = await db.Set<Position>().ToDictionaryAsync(position => position.Name, position => position.Id, cancel);
        var taken = await db.Set<HouseDocument>().Where(document => document.PositionId != null).Select(document => document.PositionId!.Value).ToHashSetAsync(cancel);
        foreach (var text in All)
        {
            if (!positions.TryGetValue(text.Position, out var position))
            {
                position = Id.New<PositionId>();
                db.Add(new Position { Id = position, Name = text.Position });
            }

            if (taken.Contains(position))
            {
                continue;
            }

            var document = new HouseDocument { Id = Id.New<HouseDocumentId>(), Kind = DocumentKind.Position, Title = text.Title, PositionId = position };
            document.Editions.Add(new DocumentEdition { DocumentId = document.Id, Number = 1, Title = text.Title, ForUnits = "", Text = text.Duties, Rights = text.Rights, WrittenOn = db.Today });
            db.Add(document);
        }
    }
}
