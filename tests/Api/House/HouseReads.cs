using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Yingpan.Platform.Data;

namespace Yingpan.Tests.Api;

/// <summary>
/// What goes into the memory of the house is forgotten when a table of <see cref="HouseDataAttribute"/> changes. A question about any other
/// table would be answered by what is no longer so: it fails in every test that comes by it.
/// </summary>
internal sealed partial class HouseReads : DbCommandInterceptor
{
    public static readonly HouseReads Instance = new();

    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Strangers = new(StringComparer.Ordinal);

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Look(command, eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Look(command, eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Look(DbCommand command, DbContext? context)
    {
        if (context is AppDb { IsReadingHouse: true } db && Strangers.GetOrAdd(command.CommandText, sql => StrangersOf(sql, db)) is { Count: > 0 } strangers)
        {
            throw new InvalidOperationException($"Kept in the memory of the house, but not [HouseData]: {string.Join(", ", strangers)}");
        }
    }

    private static IReadOnlyList<string> StrangersOf(string sql, AppDb db)
    {
        var known = db.Model.GetEntityTypes().Where(type => type.ClrType.GetCustomAttribute<HouseDataAttribute>() is not null)
            .Select(type => type.GetTableName()).ToHashSet(StringComparer.Ordinal);
        return [.. Tables().Matches(sql).Select(match => match.Groups["table"].Value).Where(table => !known.Contains(table)).Distinct()];
    }

    [GeneratedRegex(@"\b(FROM|JOIN)\s+""?(?<table>[a-z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tables();
}
