using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Data;

/// <summary>The house itself: one row.</summary>
[HouseData]
internal sealed class Company : IVersioned
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public required string Name { get; set; }

    public required string NameEn { get; set; }

    /// <summary>IANA name of the zone whose calendar days are the business days.</summary>
    public required string TimeZone { get; set; }

    /// <summary>ISO 4217; every amount without a currency of its own is in it.</summary>
    public required string Currency { get; set; }

    /// <summary>Month in which the fiscal year begins, 1 to 12.</summary>
    public required int FiscalYearStart { get; set; }

    /// <summary>What the working days of the house stand on.</summary>
    public HouseCalendar Calendar { get; set; } = HouseCalendar.China;

    /// <summary>The made-up company. Set when it is filled, never by hand.</summary>
    public bool IsDemo { get; init; }

    public int Version { get; set; } = 1;

    public CompanyFacts Facts() => new(Name, NameEn, TimeZone, Currency, FiscalYearStart, IsDemo);
}

internal sealed class CompanyTable : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> table)
    {
        table.ToTable("organization_company");
        table.Property(company => company.Id).ValueGeneratedNever();
        table.Property(company => company.Name).HasMaxLength(100);
        table.Property(company => company.NameEn).HasMaxLength(100);
        table.Property(company => company.TimeZone).HasMaxLength(60);
        table.Property(company => company.Currency).HasMaxLength(3);
        table.Property(company => company.Version).IsConcurrencyToken();
    }
}
