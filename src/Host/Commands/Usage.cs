namespace Yingpan.Host.Commands;

internal static class Usage
{
    public static int Show()
    {
        Console.WriteLine(
            """
            yingpan serve   [--demo] [--data DIR] [--urls http://…]   运行 · run (the default)
            yingpan import  KIND FILE [--valid-lines] [--check] [--round] [--sheet NAME] [--map column=heading …] [--data DIR]
                                                                      导入文件 · bring in a file
            yingpan migrate [--data DIR]                              升级数据库 · bring the database to this version
            """);
        return 2;
    }
}
