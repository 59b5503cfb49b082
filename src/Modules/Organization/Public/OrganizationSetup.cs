using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Public;

/// <summary>The first minute of a new house: its name and the root of its tree. Called by the Host and the demo, once.</summary>
public sealed class OrganizationSetup(AppDb db, CompanyClock clock)
{
    /// <summary>Loads what every module must know of the house; false when there is no house yet.</summary>
    public async Task<bool> Load(CancellationToken cancel)
    {
        var company = await db.Set<Company>().AsNoTracking().SingleOrDefaultAsync(cancel);
        if (company is not null)
        {
            clock.Set(company.Facts());
        }

        return company is not null;
    }

    public async Task<UnitId> Create(CompanyFacts facts, CancellationToken cancel)
    {
        db.Add(new Company
        {
            Name = facts.Name,
            NameEn = facts.NameEn,
            TimeZone = facts.TimeZone,
            Currency = facts.Currency,
            FiscalYearStart = facts.FiscalYearStart,
            IsDemo = facts.IsDemo,
        });
        var root = new Unit { Id = Id.New<UnitId>(), Name = facts.Name, Kind = UnitKind.Company };
        db.Add(root);
        await db.SaveChangesAsync(cancel);
        clock.Set(facts);
        return root.Id;
    }
}
