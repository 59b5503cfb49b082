using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;

namespace Yingpan.Platform.Audit;

/// <summary>Turns what is about to be saved into lines of the trail.</summary>
internal static class AuditTrail
{
    private static readonly ConcurrentDictionary<IEntityType, Subject?> Subjects = new();
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Subject(string Name, bool DecidesAccess, IReadOnlyList<Field> Fields, IReadOnlyList<IProperty> Key);

    private sealed record Field(IProperty Property, string Name, bool Secret);

    public static List<AuditEntry> Capture(ChangeTracker changes, CallerContext context, DateTimeOffset now, AlsoChanged also, out bool accessChanged)
    {
        accessChanged = false;
        var lines = new List<AuditEntry>();
        foreach (var entry in changes.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)
                || Subjects.GetOrAdd(entry.Metadata, Describe) is not { } subject)
            {
                continue;
            }

            accessChanged |= subject.DecidesAccess;
            var key = KeyOf(entry, subject);
            if (Changes(entry, subject, also.Of(subject.Name, key)) is { } json)
            {
                lines.Add(Line(context, now, subject.Name, key, ActionOf(entry.State), json));
            }
        }

        lines.AddRange(also.Rest().Select(record => Line(context, now, record.Table, record.Id, AuditAction.Changed, Json(json => Write(json, record.Fields)))));
        return lines;
    }

    public static AuditEntry Line(
        CallerContext context, DateTimeOffset now, string entity, string id, AuditAction action, string changes, Caller? newcomer = null)
    {
        var caller = context.CallerOrNull ?? newcomer ?? Caller.System("-");
        return new AuditEntry
        {
            // Databases keep microseconds; the seal is computed over what comes back from them.
            At = new DateTimeOffset(now.Ticks - (now.Ticks % 10), now.Offset),
            AccountId = caller.Account,
            PersonId = caller.Person,
            Login = caller.Login,
            From = context.From?.ToString() ?? "",
            Via = context.Via,
            Entity = entity,
            EntityId = id,
            Action = action,
            Changes = changes,
        };
    }

    private static AuditAction ActionOf(EntityState state) => state switch
    {
        EntityState.Added => AuditAction.Created,
        EntityState.Deleted => AuditAction.Deleted,
        _ => AuditAction.Changed,
    };

    private static Subject? Describe(IEntityType type)
    {
        if (type.ClrType.GetCustomAttribute<NotAuditedAttribute>() is not null)
        {
            return null;
        }

        var key = type.FindPrimaryKey()!.Properties;
        var fields = type.GetProperties()
            .Where(property => !key.Contains(property) || key.Count > 1)
            .Where(property => property.Name != nameof(IVersioned.Version) && property.PropertyInfo?.GetCustomAttribute<NotAuditedAttribute>() is null)
            .Select(property => new Field(property, JsonNamingPolicy.CamelCase.ConvertName(property.Name), IsSecret(property)))
            .ToList();
        return new Subject(
            type.GetTableName() ?? type.Name,
            type.ClrType.GetCustomAttribute<DecidesAccessAttribute>() is not null,
            fields,
            key);
    }

    private static bool IsSecret(IProperty property) =>
        property.PropertyInfo?.GetCustomAttribute<SecretAttribute>() is not null
        // The framework keeps the authenticator's key and the recovery codes as "tokens".
        || property.DeclaringType.ClrType == typeof(IdentityUserToken<Guid>)
        // A person's address and telephone, which the framework's own account can't mark.
        || (property.DeclaringType.ClrType == typeof(Account) && property.Name is "Email" or "NormalizedEmail" or "PhoneNumber")
        || property.Name is "PasswordHash" or "SecurityStamp" or "ConcurrencyStamp" or "TokenHash";

    private static string KeyOf(EntityEntry entry, Subject subject) =>
        string.Join('/', subject.Key.Select(key => Text(entry.Property(key.Name).CurrentValue)));

    /// <summary>Null when a modified record has no changed field.</summary>
    private static string? Changes(EntityEntry entry, Subject subject, IReadOnlyList<AlsoChanged.FieldChanged> also)
    {
        var any = entry.State != EntityState.Modified || also.Count > 0;
        var changes = Json(json =>
        {
            any |= Write(json, entry, subject);
            Write(json, also);
        });
        return any ? changes : null;
    }

    private static string Json(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer, Plain);
        json.WriteStartObject();
        fields(json);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<AlsoChanged.FieldChanged> also)
    {
        foreach (var (field, before, after) in also)
        {
            json.WriteStartArray(field);
            json.WriteStringValue(before);
            json.WriteStringValue(after);
            json.WriteEndArray();
        }
    }

    /// <summary>False when nothing differs.</summary>
    private static bool Write(Utf8JsonWriter json, EntityEntry entry, Subject subject)
    {
        var any = false;
        foreach (var field in subject.Fields)
        {
            var property = entry.Property(field.Property.Name);
            var old = entry.State == EntityState.Added ? null : property.OriginalValue;
            var now = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            if (Equals(old, now))
            {
                continue;
            }

            any = true;
            json.WriteStartArray(field.Name);
            Write(json, old, field.Secret);
            Write(json, now, field.Secret);
            json.WriteEndArray();
        }

        return any;
    }

    private static void Write(Utf8JsonWriter json, object? value, bool secret)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case var _ when secret:
                json.WriteStringValue("***");
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
