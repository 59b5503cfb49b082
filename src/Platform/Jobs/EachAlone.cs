using Microsoft.Extensions.Logging;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Jobs;

/// <summary>For a round over many records: each in a transaction of its own, so that one that is faulty holds up none of the others.</summary>
public static partial class EachAlone
{
    /// <summary>What fails is written into the log and left as it was; the next round tries it again.</summary>
    public static async Task ForEachAlone<T>(this AppDb db, IEnumerable<T> records, Func<T, Task> work, ILogger log, CancellationToken cancel)
        where T : notnull
    {
        foreach (var record in records)
        {
            try
            {
                await db.InTransaction(() => work(record), cancel);
            }
            catch (Refusal refusal)
            {
                Refused(log, record.ToString(), refusal.Message);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, record.ToString(), failure);
            }

            db.ChangeTracker.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Record} was left as it was: {Reason}")]
    private static partial void Refused(ILogger log, string? record, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Record} failed and was left as it was; the others went on")]
    private static partial void Failed(ILogger log, string? record, Exception failure);
}
