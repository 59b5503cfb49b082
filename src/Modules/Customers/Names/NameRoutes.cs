using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Customers.Campaigns;
using Yingpan.Customers.Data;
using Yingpan.Customers.Norms;
using Yingpan.Customers.Public;
using Yingpan.Customers.Timeline;
using Yingpan.Organization.Public;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Numbers;
using Yingpan.Platform.Search;
using Yingpan.Platform.Timelines;

namespace Yingpan.Customers.Names;

/// <summary>Campaigns, their names, and how many a day asks for: tables, services and routes.</summary>
internal static class NameRoutes
{
    public static void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new CampaignTable());
        model.ApplyConfiguration(new CampaignPartTable());
        model.ApplyConfiguration(new ListedNameTable());
        model.ApplyConfiguration(new NamePolicyTable());
        model.ApplyConfiguration(new NameNormTable());
    }

    public static void Services(IServiceCollection services)
    {
        services.AddNumbers("campaigns", "L-");
        services.AddScoped<KnownNames>();
        services.AddScoped<OpenCampaigns>();
        services.AddScoped<NameChecker>();
        services.AddScoped<BecomeCustomer>();
        services.AddScoped<CountDays>();
        services.AddScoped<IImporter, ImportNames>();
        services.AddScoped<ISearchSource, NameSearch>();
        services.AddScoped<ITimelineSource, NameEvents>();
        services.AddScoped<ICustomerReferences, NamesOfCustomer>();
        services.AddScoped<IBelongings, OwnedNames>();
        services.AddScoped<IBelongings, OwnedCampaigns>();
        services.AddScoped<IUnitMentions, MentionedInCampaigns>();
        services.AddScoped<IUnitMentions, MentionedInNorms>();
    }

    public static void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/campaigns", ListCampaigns.Handle).Require(NamePermissions.ReadCampaigns);
        api.MapGet("/campaigns/export", ListCampaigns.Export).Require(NamePermissions.ReadCampaigns);
        api.MapGet("/campaigns/{id}", ReadCampaign.Handle).Require(NamePermissions.ReadCampaigns);
        api.MapPost("/campaigns", AddCampaign.Handle).Require(NamePermissions.EditCampaigns);
        api.MapPut("/campaigns/{id}", EditCampaign.Handle).Require(NamePermissions.EditCampaigns);
        api.MapDelete("/campaigns/{id}", RemoveCampaign.Handle).Require(NamePermissions.EditCampaigns);
        api.MapGet("/customer-names", ListNames.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customer-names/export", ListNames.Export).Require(CustomersPermissions.Read);
        api.MapGet("/customer-names/{id}", ListNames.Read).Require(CustomersPermissions.Read);
        api.MapPost("/customer-names", EnterName.Handle).Require(CustomersPermissions.Edit);
        api.MapPost("/customer-names/check", CheckNames.Handle).Require(CustomersPermissions.Edit).WithoutTransaction();
        api.MapPost("/customer-names/paste", PasteNames.Handle).Require(CustomersPermissions.Edit).WithoutTransaction();
        api.MapPut("/customer-names/{id}", EditName.Handle).Require(CustomersPermissions.Edit);
        api.MapDelete("/customer-names/{id}", RemoveName.Handle).Require(CustomersPermissions.Edit);
        api.MapPost("/customer-names/{id}/state", TurnName.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/name-policies", ListNamePolicies.Handle).Require(NamePermissions.EditNorms);
        api.MapPost("/name-policies", AddNamePolicy.Handle).Require(NamePermissions.EditNorms);
        api.MapDelete("/name-policies/{id}", RemoveNamePolicy.Handle).Require(NamePermissions.EditNorms);
        api.MapGet("/name-norms", ListNameNorms.Handle).Require(NamePermissions.EditNorms);
        api.MapPost("/name-norms", AddNameNorm.Handle).Require(NamePermissions.EditNorms);
        api.MapDelete("/name-norms/{id}", RemoveNameNorm.Handle).Require(NamePermissions.EditNorms);
        api.MapGet("/name-figures", ReadNameFigures.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/name-figures/export", ReadNameFigures.Export).Require(CustomersPermissions.Read);
    }
}
