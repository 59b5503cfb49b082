using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Yingpan.Kernel;

namespace Yingpan.Platform.Data;

/// <summary>How the types of the Kernel are stored, the same on both databases (architecture.md, Types).</summary>
internal static class Conventions
{
    public static void Types(ModelConfigurationBuilder types, IEnumerable<Assembly> assemblies)
    {
        types.Properties<Money>().HaveConversion<MoneyConverter>();
        types.Properties<Rate>().HaveConversion<RateConverter>();
        types.Properties<UnitPrice>().HaveConversion<UnitPriceConverter>();
        types.Properties<Quantity>().HaveConversion<QuantityConverter>();
        types.Properties<Month>().HaveConversion<MonthConverter>();
        types.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        types.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        foreach (var id in assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsId))
        {
            types.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }
    }

    private static bool IsId(Type type) => type.IsValueType && typeof(IId).IsAssignableFrom(type);

    /// <summary>Snake case everywhere; the column says the unit: <c>amount_minor</c>, <c>discount_ppm</c>.</summary>
    public static void Names(ModelBuilder model)
    {
        // What lives inside a JSON column (the framework's passkey data) has member names, not columns.
        foreach (var entity in model.Model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name) + UnitOf(property.ClrType));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(Snake(key.GetDefaultName()!));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Snake(index.GetDefaultDatabaseName()!));
            }

            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.SetConstraintName(Snake(foreignKey.GetDefaultName()!));
                // Nothing of the house's disappears as a side effect of deleting something else.
                if (foreignKey is { IsOwnership: false, DeleteBehavior: DeleteBehavior.ClientSetNull })
                {
                    foreignKey.DeleteBehavior = DeleteBehavior.Restrict;
                }
            }
        }
    }

    private static string UnitOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type).Name switch
    {
        nameof(Money) => "_minor",
        nameof(Rate) => "_ppm",
        nameof(UnitPrice) => "_e4",
        nameof(Quantity) => "_e3",
        _ => "",
    };

    internal static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1]))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}

internal sealed class MoneyConverter() : ValueConverter<Money, long>(money => money.Minor, minor => new Money(minor));

internal sealed class RateConverter() : ValueConverter<Rate, long>(rate => rate.Millionths, ppm => new Rate(ppm));

internal sealed class UnitPriceConverter() : ValueConverter<UnitPrice, long>(price => price.TenThousandths, e4 => new UnitPrice(e4));

internal sealed class QuantityConverter() : ValueConverter<Quantity, long>(quantity => quantity.Thousandths, e3 => new Quantity(e3));

internal sealed class MonthConverter() : ValueConverter<Month, int>(month => month.Number, number => Month.FromNumber(number));

/// <summary>
/// A raw <see cref="DateTimeOffset"/> cannot be sorted on SQLite, so the instant is stored as UTC; in whole microseconds, because
/// PostgreSQL keeps no more and both are to hold the same.
/// </summary>
internal sealed class InstantConverter()
    : ValueConverter<DateTimeOffset, DateTime>(
        instant => new DateTime(instant.UtcTicks - (instant.UtcTicks % 10), DateTimeKind.Utc),
        utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));

internal sealed class IdConverter<T>() : ValueConverter<T, Guid>(id => id.Value, value => From(value))
    where T : struct, IId<T>
{
    private static T From(Guid value) => T.From(value);
}
