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
            yingpan import  adventureworks|superstore DIR [--data DIR]
                                                                      导入样例数据 · bring in a sample data set
            yingpan demo    [--data DIR]                              填入示范公司 · fill an empty system with the demo company
            yingpan migrate [--data DIR]                              升级数据库 · bring the database to this version
            yingpan backup  FILE [--with-keys] [--data DIR]           备份,不必停机 · write a backup, while running
            yingpan restore FILE [--data DIR]                         恢复,替换全部数据 · replace everything by a backup
            yingpan check   [--data DIR]                              检查数据是否完好 · is everything as it was written?
            """);
        return 2;
    }
}
