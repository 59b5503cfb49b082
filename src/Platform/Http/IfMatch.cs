using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Http;

/// <summary>The version the caller last saw, from the If-Match header. Edits without one are refused with 428.</summary>
public readonly record struct IfMatch(int Version)
{
    public static ValueTask<IfMatch> BindAsync(HttpContext http, ParameterInfo _)
    {
        var header = http.Request.Headers.IfMatch.ToString().Trim();
        if (header.Length == 0)
        {
            throw Refusal.Stale("version.required");
        }

        var text = header.StartsWith("W/", StringComparison.Ordinal) ? header[2..] : header;
        return int.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? ValueTask.FromResult(new IfMatch(version))
            : throw Refusal.Faulty([Fault.At("If-Match", "field.not-valid")]);
    }
}

public static class Versions
{
    /// <summary>
    /// From here on a save of <paramref name="record"/> succeeds only if nobody saved it after the caller looked: the stale
    /// version shows either here, or in the database's own comparison when two savers arrive together.
    /// </summary>
    public static void Expect(this AppDb db, IVersioned record, IfMatch seen)
    {
        if (record.Version != seen.Version)
        {
            throw Refusal.Stale("version.stale");
        }

        db.Entry(record).Property(nameof(IVersioned.Version)).OriginalValue = seen.Version;
    }
}
