using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Audit;

/// <summary>The end of the chain: the one row that says how many entries there must be and what the last seal is.</summary>
[NotAudited]
internal sealed class AuditHead
{
    public int Id { get; init; } = 1;

    public long Position { get; set; }

    public string Seal { get; set; } = AuditChain.Genesis;
}

/// <summary>
/// The key of the seals. It lives beside the database, not in it, so that whoever can write to the database cannot also
/// write seals: <c>Audit:Key</c>, or a file made at the first start in the data folder.
/// </summary>
public sealed record AuditKey(byte[] Bytes);

/// <summary>A failed check: the first place where the trail is not what was sealed.</summary>
public sealed record AuditBreak(long Position, string Reason);

/// <summary>
/// Seals entries into a chain, and verifies it. Sealing happens after the change, in a batch, so that writers do not stand in
/// line for the end of the chain; decision 0004 has the price of that (an entry younger than a second is not yet sealed).
/// </summary>
public sealed class AuditChain(AuditKey key)
{
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";
    private const int Batch = 2_000;

    public async Task<int> Seal(AppDb db, CancellationToken cancel)
    {
        var sealedNow = 0;
        int found;
        do
        {
            found = await db.InTransaction(() => SealBatch(db, cancel), cancel);
            db.ChangeTracker.Clear();
            sealedNow += found;
        }
        while (found == Batch);
        return sealedNow;
    }

    private async Task<int> SealBatch(AppDb db, CancellationToken cancel)
    {
        var head = await db.Locked<AuditHead>(1).SingleOrDefaultAsync(cancel)
            ?? db.Add(new AuditHead()).Entity;
        var open = await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Position == null)
            .OrderBy(entry => entry.Id).Take(Batch).ToListAsync(cancel);
        foreach (var entry in open)
        {
            entry.Position = head.Position + 1;
            entry.Seal = SealOf(head.Seal, entry);
            head.Position++;
            head.Seal = entry.Seal;
        }

        await db.SaveChangesAsync(cancel);
        // One statement for all: a statement each would cost about as much as writing the entries did.
        await db.WriteSeals(JsonSerializer.Serialize(open.Select(entry => new { id = entry.Id, position = entry.Position, seal = entry.Seal })), cancel);
        return open.Count;
    }

    /// <summary>Null when every sealed entry is where it was and as it was, and none is missing at the end.</summary>
    public async Task<AuditBreak?> Verify(AppDb db, CancellationToken cancel)
    {
        // One picture of entries and end: what is sealed between looking at the one and at the other is not missing.
        await using var picture = await db.BeginSnapshot(cancel);
        await using var reading = await db.Database.UseTransactionAsync(picture, cancel);
        var seal = Genesis;
        long position = 0;
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Position != null)
            .OrderBy(entry => entry.Position).AsAsyncEnumerable().WithCancellation(cancel))
        {
            position++;
            if (entry.Position != position)
            {
                return new AuditBreak(position, "missing");
            }

            seal = SealOf(seal, entry);
            if (seal != entry.Seal)
            {
                return new AuditBreak(position, "altered");
            }
        }

        var head = await db.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(cancel) ?? new AuditHead();
        return head.Position == position && head.Seal == seal ? null : new AuditBreak(position + 1, "missing");
    }

    private string SealOf(string previous, AuditEntry entry)
    {
        // The unit separator cannot occur in the fields, so two different entries never give the same text.
        var content = string.Join('\u001f', previous, entry.Position!.Value.ToString(CultureInfo.InvariantCulture),
            entry.Id.ToString(CultureInfo.InvariantCulture), entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture),
            entry.AccountId, entry.PersonId, entry.Login, entry.From, entry.Via, entry.Entity, entry.EntityId, entry.Action, entry.Changes);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes(content)));
    }
}

internal sealed partial class AuditSealer(IServiceScopeFactory scopes, AuditChain chain, ILogger<AuditSealer> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CallerContext>().Set(Caller.System("sealer"));
                var db = scope.ServiceProvider.GetRequiredService<AppDb>();
                if (await db.Set<AuditEntry>().AnyAsync(entry => entry.Position == null, stoppingToken))
                {
                    await chain.Seal(db, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The next second tries again; the entries wait unsealed, nothing is lost.
                SealingFailed(log, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sealing the audit trail failed")]
    private static partial void SealingFailed(ILogger log, Exception failure);
}

internal sealed class AuditHeadTable : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<AuditHead> table)
    {
        table.ToTable("platform_audit_head");
        table.Property(head => head.Id).ValueGeneratedNever();
        table.Property(head => head.Seal).HasMaxLength(64);
    }
}
