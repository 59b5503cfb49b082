using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Companies;

internal sealed record CompanySettings : IHasVersion
{
    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required string TimeZone { get; init; }

    public required string Currency { get; init; }

    public required int FiscalYearStart { get; init; }

    public required HouseCalendar Calendar { get; init; }

    public required bool IsDemo { get; init; }

    public required int Version { get; init; }

    internal static CompanySettings Of(Company company) => new()
    {
        Name = company.Name,
        NameEn = company.NameEn,
        TimeZone = company.TimeZone,
        Currency = company.Currency,
        FiscalYearStart = company.FiscalYearStart,
        Calendar = company.Calendar,
        IsDemo = company.IsDemo,
        Version = company.Version,
    };
}

/// <summary>GET /api/company</summary>
internal static class ReadCompany
{
    public static async Task<CompanySettings> Handle(AppDb db, CancellationToken cancel) =>
        CompanySettings.Of(await db.Set<Company>().AsNoTracking().SingleAsync(cancel));
}

/// <summary>PUT /api/company</summary>
internal static class EditCompany
{
    public sealed record Request : IChecked
    {
        public required string Name { get; init; }

        public required string NameEn { get; init; }

        public required string TimeZone { get; init; }

        public required string Currency { get; init; }

        public required int FiscalYearStart { get; init; }

        /// <summary>Left out, it stays as it is.</summary>
        public HouseCalendar? Calendar { get; init; }

        public void Check(Check check)
        {
            check.Text("name", Name, 100);
            check.Text("nameEn", NameEn, 100);
            check.That(TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _), "timeZone", "organization.time-zone");
            check.That(Currency.Length == 3 && Currency.All(char.IsAsciiLetterUpper), "currency", "organization.currency");
            check.That(FiscalYearStart is >= 1 and <= 12, "fiscalYearStart", "field.range", ("min", 1), ("max", 12));
        }
    }

    public static async Task<CompanySettings> Handle(Request request, IfMatch seen, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var company = await db.Set<Company>().SingleAsync(cancel);
        db.Expect(company, seen);
        company.Name = request.Name.Clean();
        company.NameEn = request.NameEn.Clean();
        company.TimeZone = request.TimeZone;
        company.Currency = request.Currency;
        company.FiscalYearStart = request.FiscalYearStart;
        company.Calendar = request.Calendar ?? company.Calendar;
        await db.SaveChangesAsync(cancel);
        var facts = company.Facts();
        db.AfterCommit(() => clock.Set(facts));
        return CompanySettings.Of(company);
    }
}
