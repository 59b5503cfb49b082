namespace Yingpan.Tests.Api.Samples;

/// <summary>Data sets that lie beside the checkout. The product never needs them; where they are missing, the test says so.</summary>
internal static class SampleData
{
    public static string Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", name);
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        Assert.Skip($"../shared/data/{name} is not there");
        return "";
    }
}
