namespace Yingpan.Host.Commands;

internal static class Usage
{
    public static int Show()
    {
        Console.WriteLine(
            """
            yingpan serve   [--demo] [--data DIR] [--urls http://…]   运行 · run (the default)
            yingpan demo    [--data DIR]                              填入示范公司 · fill an empty system with the demo company
            yingpan migrate [--data DIR]                              升级数据库 · bring the database to this version
            """);
        return 2;
    }
}
