using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Yingpan.Platform.Audit;

internal static class AuditKeyFile
{
    /// <summary><c>Audit:Key</c> (base 64, 32 bytes), or the file of the data folder, made at the first start.</summary>
    public static AuditKey Load(IConfiguration configuration, string dataFolder)
    {
        if (configuration["Audit:Key"] is { Length: > 0 } configured)
        {
            return new AuditKey(Convert.FromBase64String(configured));
        }

        var path = Path.Combine(dataFolder, "audit.key");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(dataFolder);
            Write(path, RandomNumberGenerator.GetBytes(32));
        }

        return new AuditKey(File.ReadAllBytes(path));
    }

    /// <summary>The key that came with a restored trail. The one before it stays beside it, for trails that it sealed.</summary>
    public static void Replace(string dataFolder, byte[] key)
    {
        var path = Path.Combine(dataFolder, "audit.key");
        if (File.Exists(path))
        {
            if (File.ReadAllBytes(path).AsSpan().SequenceEqual(key))
            {
                return;
            }

            File.Move(path, $"{path}.before-restore", overwrite: true);
        }

        Write(path, key);
    }

    private static void Write(string path, byte[] key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(key);
        file.Flush(flushToDisk: true);
    }
}
