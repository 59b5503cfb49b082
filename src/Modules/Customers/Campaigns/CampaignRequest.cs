using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Campaigns;

/// <summary>Of a campaign, when it is made and when it is changed.</summary>
internal abstract record CampaignRequest : IChecked
{
    private const int MostParts = 100;

    public required string Name { get; init; }

    public string? Purpose { get; init; }

    public required DateOnly First { get; init; }

    public DateOnly? Last { get; init; }

    /// <summary>Who answers for it; left out, the caller.</summary>
    public PersonId? OwnerId { get; init; }

    public required CampaignState State { get; init; }

    public string? Products { get; init; }

    public string? Industries { get; init; }

    /// <summary>Who prepares names for it, with <see cref="Units"/>; both empty, everybody.</summary>
    public IReadOnlyList<PersonId> People { get; init; } = [];

    /// <summary>Each with all below it.</summary>
    public IReadOnlyList<UnitId> Units { get; init; } = [];

    public virtual void Check(Check check)
    {
        check.Text("name", Name, 80);
        check.OptionalText("purpose", Purpose, 1000, lines: true);
        check.Period("first", First, Last);
        check.OptionalText("products", Products, 200);
        check.OptionalText("industries", Industries, 200);
        check.That(People.Count + Units.Count <= MostParts, "people", "field.too-many", ("max", MostParts));
    }

    /// <summary>Somebody within reach answers for it; everybody else named is there.</summary>
    public async Task WriteTo(Campaign campaign, AppDb db, Reach reach, DateOnly today, CancellationToken cancel)
    {
        var check = new Check();
        check.That(await reach.Covers(campaign.OwnerId, NamePermissions.EditCampaigns, cancel), "ownerId", "record.out-of-reach");
        var (people, units) = (People.Distinct().ToList(), Units.Distinct().ToList());
        check.That(await db.PersonCards.CountAsync(person => people.Contains(person.Id), cancel) == people.Count, "people", "record.not-found");
        check.That(await db.UnitCards.CountAsync(unit => units.Contains(unit.Id), cancel) == units.Count, "units", "record.not-found");
        check.ThrowIfAny();
        campaign.Name = Name.Clean();
        campaign.Purpose = Purpose.CleanOrNull();
        campaign.First = First;
        // One that is closed ran until today, unless it was over before.
        campaign.Last = State == CampaignState.Closed && (Last is null || Last > today) ? (today < First ? First : today) : Last;
        campaign.State = State;
        campaign.Products = Products.CleanOrNull();
        campaign.Industries = Industries.CleanOrNull();
        campaign.Parts.AddRange(people.Select((person, i) => new CampaignPart { CampaignId = campaign.Id, Line = i + 1, PersonId = person }));
        campaign.Parts.AddRange(units.Select((unit, i) => new CampaignPart { CampaignId = campaign.Id, Line = people.Count + i + 1, UnitId = unit }));
    }
}
