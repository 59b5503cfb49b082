using System.Diagnostics;

namespace Yingpan.Tests.Api.Imports;

/// <summary>A command of the program in a process of its own: what it says, how it ends, and what a kill leaves.</summary>
internal sealed class CommandProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> said;
    private readonly Task<string> complained;

    private CommandProcess(Process process)
    {
        this.process = process;
        (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public bool HasEnded => process.HasExited;

    public static CommandProcess Start(DatabaseCopy copy, params string[] arguments)
    {
        string[] all =
        [
            .. arguments, $"--data={copy.Folder}", $"--ConnectionStrings:Default={copy.ConnectionString}", $"--Audit:Key={Convert.ToBase64String(new byte[32])}",
            "--SignIn:HashIterations=1000", "--Logging:LogLevel:Default=None",
        ];
        return new CommandProcess(Process.Start(
            new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "yingpan"), all) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!);
    }

    /// <summary>To its end.</summary>
    public static async Task<(int Code, string Said, string Complained)> Run(DatabaseCopy copy, params string[] arguments)
    {
        using var command = Start(copy, arguments);
        await command.process.WaitForExitAsync();
        return (command.process.ExitCode, await command.said, await command.complained);
    }

    /// <summary>SIGKILL.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
