using Yingpan.Platform.Access;

namespace Yingpan.Customers.Public;

/// <summary>The names themselves are seen, entered and imported by who may see, edit and import customers: they are those to be.</summary>
public static class NamePermissions
{
    /// <summary>What a campaign is and who takes part; how far it is shows only the names one sees.</summary>
    public static readonly Permission ReadCampaigns = new("customers.campaigns-read", Scoped: false);

    /// <summary>Scoped by who answers for the campaign.</summary>
    public static readonly Permission EditCampaigns = new("customers.campaigns-edit");

    /// <summary>How many names and records a day asks for, and what of a name must be filled; from which day on.</summary>
    public static readonly Permission EditNorms = new("customers.name-norms-edit", Scoped: false);

    public static IReadOnlyList<Permission> All => [ReadCampaigns, EditCampaigns, EditNorms];
}
