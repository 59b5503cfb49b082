using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.CustomFields.Data;

/// <summary>
/// What one field of one record holds: a row, several for several choices, none for nothing. Each subject has a table of its own, so that
/// the database itself lets no value outlive its record. The trail tells of values under their record.
/// </summary>
[NotAudited]
internal sealed class CustomValue<TId> : IPartOfRecord
    where TId : struct, IId<TId>
{
    public required TId RecordId { get; init; }

    public required CustomFieldId FieldId { get; init; }

    /// <summary>From 0, among several choices.</summary>
    public required int Ordinal { get; init; }

    public string? Text { get; set; }

    public string? LongText { get; set; }

    /// <summary>An amount in fen, a number in ten-thousandths, a day as 20260731, yes as 1 and no as 0.</summary>
    public long? Number { get; set; }

    public OptionItemId? ItemId { get; set; }
}

public static class CustomTables
{
    /// <summary>
    /// The table of values of a subject, <c>platform_custom_value_customer</c>: the line by which a module lets its records have fields of
    /// the house's own. The other one registers a <see cref="FieldSubject{TId}"/>.
    /// </summary>
    public static void CustomValuesOf<TRecord, TId>(this ModelBuilder model, string subject)
        where TRecord : class
        where TId : struct, IId<TId>
    {
        var table = model.Entity<CustomValue<TId>>();
        table.ToTable($"platform_custom_value_{subject}");
        table.HasKey(value => new { value.RecordId, value.FieldId, value.Ordinal });
        table.Property(value => value.Text).HasMaxLength(FieldReading.LongestText);
        // A filter or an order is answered from the index alone, and each index holds only what it is asked for.
        table.HasIndex(value => new { value.FieldId, value.Number, value.RecordId }).HasFilter("number IS NOT NULL");
        table.HasIndex(value => new { value.FieldId, value.Text, value.RecordId }).HasFilter("text IS NOT NULL");
        table.HasIndex(value => new { value.FieldId, value.ItemId, value.RecordId });
        table.HasIndex(value => value.ItemId);
        table.HasOne<TRecord>().WithMany().HasForeignKey(value => value.RecordId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<CustomField>().WithMany().HasForeignKey(value => value.FieldId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OptionItem>().WithMany().HasForeignKey(value => value.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
