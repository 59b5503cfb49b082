using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.CustomFields.Data;

public readonly record struct CustomFieldId(Guid Value) : IId<CustomFieldId>
{
    public static CustomFieldId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CustomFieldId id) => Kernel.Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// A field that the house has added to customers, orders or people. Kind and list stay what they are: a value says by its field what it
/// is, so a field whose kind is changed, which it may be while it has no value, is another row under the same code.
/// </summary>
[HouseData]
internal sealed class CustomField : IVersioned
{
    public required CustomFieldId Id { get; init; }

    /// <summary>Of which records: <c>customer</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>In the API, in addresses and in headings of files; unique within the subject, stays as it is.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Null is said in Chinese.</summary>
    public string? NameEn { get; set; }

    public required FieldKind Kind { get; init; }

    /// <summary>What is chosen from; null for other kinds.</summary>
    public OptionListId? ListId { get; init; }

    /// <summary>Fields of the same section stand together under its name.</summary>
    public string? Section { get; set; }

    public string? SectionEn { get; set; }

    public string? Hint { get; set; }

    public string? HintEn { get; set; }

    public required int Order { get; set; }

    /// <summary>Of a text, in characters.</summary>
    public int? MaxLength { get; set; }

    /// <summary>Of a number or an amount, both included; scaled as the values are.</summary>
    public long? Min { get; set; }

    public long? Max { get; set; }

    /// <summary>Of a number: 0 to 4.</summary>
    public int? Decimals { get; set; }

    /// <summary>A column of the list unless the reader chooses otherwise.</summary>
    public bool IsInList { get; set; }

    public bool IsFilter { get; set; }

    /// <summary>Only for those with the subject's permission for it: in forms, lists, filters, files and the trail.</summary>
    public bool IsSensitive { get; set; }

    /// <summary>Nobody sees it any more; its values stay, and come back with it.</summary>
    public bool IsRetired { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>When a field must be filled, one of the house's own or one that every house has; none is never.</summary>
[HouseData]
internal sealed class FieldRule : IVersioned
{
    public required string Subject { get; init; }

    /// <summary>As in a request: <c>phone</c>, <c>custom.source</c>.</summary>
    public required string Field { get; init; }

    public required FieldNeed Need { get; set; }

    /// <summary>Another field, written the same way.</summary>
    public string? WhenField { get; set; }

    /// <summary>Any of these, with commas between.</summary>
    public string? WhenValues { get; set; }

    /// <summary>First business day on which it holds; null is ever since.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Also of records that were there before that day, when they are edited the next time.</summary>
    public bool OfOld { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class CustomFieldTable : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> table)
    {
        table.ToTable("platform_custom_field");
        table.Property(field => field.Subject).HasMaxLength(40);
        table.Property(field => field.Code).HasMaxLength(40);
        table.Property(field => field.Name).HasMaxLength(60);
        table.Property(field => field.NameEn).HasMaxLength(60);
        table.Property(field => field.Section).HasMaxLength(60);
        table.Property(field => field.SectionEn).HasMaxLength(60);
        table.Property(field => field.Hint).HasMaxLength(200);
        table.Property(field => field.HintEn).HasMaxLength(200);
        table.Property(field => field.Version).IsConcurrencyToken();
        table.HasIndex(field => new { field.Subject, field.Code }).IsUnique();
        table.HasOne<OptionList>().WithMany().HasForeignKey(field => field.ListId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FieldRuleTable : IEntityTypeConfiguration<FieldRule>
{
    public void Configure(EntityTypeBuilder<FieldRule> table)
    {
        table.ToTable("platform_field_rule");
        table.HasKey(rule => new { rule.Subject, rule.Field });
        table.Property(rule => rule.Subject).HasMaxLength(40);
        table.Property(rule => rule.Field).HasMaxLength(60);
        table.Property(rule => rule.WhenField).HasMaxLength(60);
        table.Property(rule => rule.WhenValues).HasMaxLength(2000);
        table.Property(rule => rule.Version).IsConcurrencyToken();
    }
}
