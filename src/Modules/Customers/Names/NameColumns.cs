using Yingpan.Platform.Imports;
using Yingpan.Platform.Imports.Rules;

namespace Yingpan.Customers.Names;

/// <summary>By what a file or a pasted block calls what is told of a name.</summary>
internal static class NameColumns
{
    public static readonly IReadOnlyList<ImportColumn> All =
    [
        new("name", true, "单位名称", "单位全称", "单位", "客户名称", "客户", "公司名称", "公司", "企业名称", "名称", "organisation", "organization", "company", "customer name"),
        new("legalRepresentative", false, "法人", "法人代表", "法定代表人", "法人或总经理", "总经理", "负责人姓名", "legal representative", "general manager"),
        new("headName", false, "主管部门经理", "主管部门经理姓名", "主管部门经理的姓名", "部门经理", "部门负责人", "主管", "联系人", "姓名", "department head", "contact"),
        new("hobbies", false, "爱好", "兴趣爱好", "hobbies"),
        new("strengths", false, "特长", "专长", "strengths"),
        new("phone", false, "办公室电话", "办公电话", "单位电话", "座机", "电话", "联系电话", "office phone", "phone"),
        new("mobile", false, "手机", "手机号", "手机号码", "移动电话", "mobile"),
        new("city", false, "城市", "所在城市", "地区", "city"),
        new("industry", false, "行业", "所属行业", "industry"),
        new("fax", false, "传真", "fax"),
        new("email", false, "邮箱", "电子邮箱", "电子邮件", "e-mail", "email"),
        new("remark", false, "备注", "说明", "remark", "note"),
    ];

    /// <summary>Heading as it is compared → field; of two fields with one heading the first has it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = All.SelectMany(column => column.Headings.Append(column.Name).Select(heading => (Key: Headings.Key(heading), column.Name)))
        .DistinctBy(one => one.Key).ToDictionary(one => one.Key, one => one.Name);
}
