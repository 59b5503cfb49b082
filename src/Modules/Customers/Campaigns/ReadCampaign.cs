using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Names;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Campaigns;

internal sealed record CampaignPartView
{
    public PersonId? PersonId { get; init; }

    public UnitId? UnitId { get; init; }

    public required string Name { get; init; }
}

/// <summary>How far somebody is with his names of a campaign.</summary>
internal sealed record CampaignProgress
{
    public required PersonId PersonId { get; init; }

    public string? Name { get; init; }

    public required int Names { get; init; }

    /// <summary>With nothing missing.</summary>
    public required int Whole { get; init; }

    public required int Called { get; init; }

    public required int Customers { get; init; }

    public required int Dropped { get; init; }
}

internal sealed record CampaignView : IHasVersion
{
    public required CampaignId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public string? Purpose { get; init; }

    public required CampaignState State { get; init; }

    public required DateOnly First { get; init; }

    public DateOnly? Last { get; init; }

    public required PersonId OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public string? Products { get; init; }

    public string? Industries { get; init; }

    public required IReadOnlyList<CampaignPartView> Parts { get; init; }

    /// <summary>What of a name entered today must be filled.</summary>
    public required IReadOnlyList<string> Required { get; init; }

    /// <summary>Of the names the caller sees, who has most first.</summary>
    public required IReadOnlyList<CampaignProgress> Progress { get; init; }

    public required int Version { get; init; }

    /// <summary><c>edit</c>, <c>delete</c>, and <c>enter</c> for names.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/campaigns/{id}</summary>
internal static class ReadCampaign
{
    public static async Task<CampaignView> Handle(CampaignId id, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var campaign = await db.Set<Campaign>().AsNoTracking().Include(campaign => campaign.Parts).FirstOrDefaultAsync(campaign => campaign.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var progress = await Progress(db, reach, id, cancel);
        var edits = await reach.Covers(campaign.OwnerId, NamePermissions.EditCampaigns, cancel);
        var people = campaign.Parts.Select(part => part.PersonId).OfType<PersonId>().Append(campaign.OwnerId).Concat(progress.Select(one => one.PersonId)).Distinct().ToList();
        var named = await db.PersonCards.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var units = await db.UnitCards.ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
        return new CampaignView
        {
            Id = id,
            Number = campaign.Number,
            Name = campaign.Name,
            Purpose = campaign.Purpose,
            State = campaign.State,
            First = campaign.First,
            Last = campaign.Last,
            OwnerId = campaign.OwnerId,
            OwnerName = named.GetValueOrDefault(campaign.OwnerId),
            Products = campaign.Products,
            Industries = campaign.Industries,
            Parts =
            [
                .. campaign.Parts.OrderBy(part => part.Line).Select(part => new CampaignPartView
                {
                    PersonId = part.PersonId,
                    UnitId = part.UnitId,
                    Name = (part.PersonId is { } person ? named.GetValueOrDefault(person) : units.GetValueOrDefault(part.UnitId!.Value)) ?? "",
                }),
            ],
            Required = await db.RequiredOfNames(id, clock.Today, cancel),
            Progress = [.. progress.Select(one => one with { Name = named.GetValueOrDefault(one.PersonId) })],
            Version = campaign.Version,
            Can =
            [
                .. edits ? ["edit"] : Array.Empty<string>(),
                .. edits && progress.Count == 0 ? ["delete"] : Array.Empty<string>(),
                .. campaign.State != CampaignState.Closed && reach.Caller.May(CustomersPermissions.Edit) ? ["enter"] : Array.Empty<string>(),
            ],
        };
    }

    private static async Task<List<CampaignProgress>> Progress(AppDb db, Reach reach, CampaignId id, CancellationToken cancel) =>
        [.. (await db.Set<ListedName>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Where(name => name.CampaignId == id)
                .GroupBy(name => new { name.OwnerId, name.State, IsWhole = name.Missing == "" })
                .Select(group => new { group.Key.OwnerId, group.Key.State, group.Key.IsWhole, Count = group.Count() }).ToListAsync(cancel))
            .GroupBy(one => one.OwnerId).Select(group => new CampaignProgress
            {
                PersonId = group.Key,
                Names = group.Sum(one => one.Count),
                Whole = group.Where(one => one.IsWhole).Sum(one => one.Count),
                Called = group.Where(one => one.State is NameState.Called or NameState.Customer).Sum(one => one.Count),
                Customers = group.Where(one => one.State == NameState.Customer).Sum(one => one.Count),
                Dropped = group.Where(one => one.State == NameState.Dropped).Sum(one => one.Count),
            }).OrderByDescending(one => one.Names).ThenBy(one => one.PersonId.Value)];
}
