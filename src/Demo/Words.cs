namespace Yingpan.Demo;

/// <summary>What names are made of. The words of company names are chosen so that no house is likely to bear them.</summary>
internal static class Words
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石";
    private const string Given = "伟芳敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲宇浩凯健俊帆雪琳晨倩欣怡佳梅婷鑫波斌莉鹏飞旭红云峰林慧晓燕建国志海宁思远子涵嘉";
    private const string First = "砚榆棠禾澄岫笠蔚泠沐筠屹朔珑璟湛翊峤衍皓铎稷漱黎楠桐澜霁缙旻";
    private const string Second = "汀舟渡桥麓屿坞塬峪埠畈岙垣塘溪庐阁榭棣桁簌笺枢杼轲辔衡砺鉴槿";

    private static readonly string[] LatinFirst = ["Var", "Lind", "Tor", "Mel", "Kas", "Ori", "Bren", "Sul", "Dav", "Quor", "Nim", "Hal", "Ost", "Pel", "Rav", "Zem"];
    private static readonly string[] LatinSecond = ["emar", "tano", "ovik", "uma", "eska", "anto", "iero", "oldt", "ubra", "inde", "avo", "ester", "ullo", "agar"];
    private static readonly string[] ForeignGiven = ["Anna", "Luis", "Omar", "Marta", "Ivan", "Sofia", "Daniel", "Amina", "Peter", "Elena", "Samuel", "Nadia", "Thomas", "Yuki"];

    public static string Person(Dice dice)
    {
        var name = $"{Letter(dice, Surnames)}{Letter(dice, Given)}";
        return dice.Chance(0.75) ? name + Letter(dice, Given) : name;
    }

    public static string Foreigner(Dice dice) => $"{dice.Of(ForeignGiven)} {Latin(dice)}";

    public static string Company(Dice dice, string city, IReadOnlyList<string> trades) =>
        $"{city}{Letter(dice, First)}{Letter(dice, Second)}{dice.Of(trades)}{dice.Weighted(("有限公司", 8), ("股份有限公司", 1), ("有限责任公司", 2))}";

    public static string ForeignCompany(Dice dice, string city, IReadOnlyList<string> trades) =>
        $"{city} {Latin(dice)} {dice.Of(trades)} {dice.Weighted(("Ltd", 5), ("Co.", 3), ("Group", 1))}";

    private static string Latin(Dice dice) => dice.Of(LatinFirst) + dice.Of(LatinSecond);

    private static char Letter(Dice dice, string letters) => letters[dice.Below(letters.Length)];
}
