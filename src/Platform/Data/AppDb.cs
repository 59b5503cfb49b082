using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;

namespace Yingpan.Platform.Data;

/// <summary>
/// The one context of the product. It knows no entity of a module: modules bring their tables. Every save goes through here,
/// so nothing can be changed without its version going up and the audit trail hearing of it.
/// </summary>
public sealed class AppDb(
    DbContextOptions<AppDb> options,
    ModuleList modules,
    CallerCache callers,
    HouseMemory memory,
    WriteGate gate,
    CompanyClock clock)
    : IdentityUserContext<Account, Guid>(options)
{
    private readonly List<Action> afterCommit = [];
    private readonly AlsoChanged also = new();
    private CallerContext? caller;
    private bool isHouseChanged;
    private int houseReads;

    public DatabaseKind Kind { get; } = DatabaseDifferences.KindOf(options);

    /// <summary>The business day: what holds from day to day is published as it stands today.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>What is asked now will be kept, and so must be about tables of <see cref="HouseDataAttribute"/> alone.</summary>
    public bool IsReadingHouse => houseReads > 0;

    /// <summary>Off only while a backup is being restored: the restored trail is the trail.</summary>
    internal bool AuditIsOn { get; set; } = true;

    /// <summary>Contexts are used again: whose scope it serves now, and nothing left of the one before.</summary>
    internal AppDb For(CallerContext serves)
    {
        caller = serves;
        Forget();
        AuditIsOn = true;
        houseReads = 0;
        return this;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Types(configurationBuilder, modules.Items.Select(module => module.GetType().Assembly)
            .Append(typeof(AppDb).Assembly).Append(typeof(Kernel.Money).Assembly).Distinct());

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var module in modules.Items)
        {
            module.Tables(builder);
        }

        Conventions.Names(builder);
        DatabaseDifferences.FitIndexes(builder, Kind);
    }

    /// <summary>
    /// Runs the work in one transaction that may write, or joins the one already open. On SQLite the transaction holds the
    /// write lock from its first moment (BEGIN IMMEDIATE), and writers of this process queue instead of busy-waiting.
    /// </summary>
    public async Task<T> InTransaction<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await work();
        }

        using var turn = await gate.Enter(Kind, cancel);
        await using IDbContextTransaction transaction = await Database.BeginTransactionAsync(cancel);
        T result;
        try
        {
            result = await work();
            await transaction.CommitAsync(cancel);
        }
        catch
        {
            // What was to follow a change that did not come must not follow the next one.
            Forget();
            throw;
        }

        RunAfterCommit();
        return result;
    }

    public Task InTransaction(Func<Task> work, CancellationToken cancel) =>
        InTransaction(async () => { await work(); return true; }, cancel);

    /// <summary>Something that must happen only if, and after, the change is durable: forget a cache, wake a job.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    /// <summary>
    /// What the house has set (<see cref="HouseDataAttribute"/>): from memory, or read now. Whoever has changed it in this transaction reads it
    /// anew. What is given is shared between requests and never changed.
    /// </summary>
    /// <param name="part">Which of several that are of this type: a day, a code.</param>
    public async ValueTask<T> FromHouse<T>(Func<Task<T>> read, object? part = null)
        where T : class
    {
        if (Known<T>(part, out var seen) is { } known)
        {
            return known;
        }

        houseReads++;
        try
        {
            return Kept(part, await read(), seen);
        }
        finally
        {
            houseReads--;
        }
    }

    /// <summary>Where nothing can be waited for. Nearly always it is known already.</summary>
    internal T FromHouseNow<T>(Func<T> read)
        where T : class
    {
        if (Known<T>(null, out var seen) is { } known)
        {
            return known;
        }

        houseReads++;
        try
        {
            return Kept(null, read(), seen);
        }
        finally
        {
            houseReads--;
        }
    }

    private T? Known<T>(object? part, out int? seen)
        where T : class
    {
        seen = null;
        if (isHouseChanged)
        {
            return null;
        }

        var known = memory.Find<T>(part, out var generation);
        seen = generation;
        return known;
    }

    /// <param name="seen">Null where it serves this transaction only.</param>
    private T Kept<T>(object? part, T value, int? seen)
        where T : class
    {
        if (seen is { } generation)
        {
            memory.Keep(part, value, generation);
        }

        return value;
    }

    /// <summary>What changes of a record beside its own columns with the next save: the trail tells it in the line of the record.</summary>
    /// <param name="table">Of the record.</param>
    internal void AlsoChanged(string table, string id, string field, string? before, string? after) => also.Add(table, id, field, before, after);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Once for all: every look at the entries, and the save itself, would compare each of them with what was read.
        ChangeTracker.DetectChanges();
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        bool touched;
        int written;
        try
        {
            if (AuditIsOn)
            {
                RaiseVersions();
                var entries = AuditTrail.Capture(ChangeTracker, caller ?? throw new InvalidOperationException("Nobody's context saves nothing."), clock.Now, also, out var accessChanged);
                Set<AuditEntry>().AddRange(entries);
                if (accessChanged)
                {
                    afterCommit.Add(callers.Forget);
                }
            }

            touched = HouseMemory.IsTouchedBy(ChangeTracker);
            written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            // An import, which adds rows by the thousand, has it off for good.
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }

        if (touched && !isHouseChanged)
        {
            isHouseChanged = true;
            afterCommit.Add(memory.Forget);
            await this.Announce(HouseMemory.Channel, memory.Node, cancellationToken);
        }

        if (Database.CurrentTransaction is null)
        {
            RunAfterCommit();
        }

        return written;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously: a request thread never waits for the disk.");

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Modified)
            {
                entry.Property(one => one.Version).CurrentValue++;
            }
        }
    }

    private void RunAfterCommit()
    {
        foreach (var action in afterCommit)
        {
            action();
        }

        afterCommit.Clear();
        isHouseChanged = false;
    }

    private void Forget()
    {
        afterCommit.Clear();
        also.Clear();
        isHouseChanged = false;
    }
}
