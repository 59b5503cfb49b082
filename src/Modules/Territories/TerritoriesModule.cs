using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Numbers;
using Yingpan.Platform.Search;
using Yingpan.Territories.Balance;
using Yingpan.Territories.Coverage;
using Yingpan.Territories.Data;
using Yingpan.Territories.Dividing;
using Yingpan.Territories.Guarding;
using Yingpan.Territories.Market;
using Yingpan.Territories.Places;
using Yingpan.Territories.Public;
using Yingpan.Territories.Sizing;
using Yingpan.Territories.Standards;
using Yingpan.Territories.Tree;

namespace Yingpan.Territories;

public sealed class TerritoriesModule : IModule
{
    public string Name => "territories";

    public IReadOnlyList<Permission> Permissions => TerritoriesPermissions.All;

    public void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new TerritoryTable());
        model.ApplyConfiguration(new TerritoryHolderTable());
        model.ApplyConfiguration(new DivisionVersionTable());
        model.ApplyConfiguration(new GuardPolicyTable());
        model.ApplyConfiguration(new ReleaseTable());
        model.ApplyConfiguration(new OutsideWorkTable());
        model.ApplyConfiguration(new MarketFigureTable());
        model.ApplyConfiguration(new TerritoryStandardTable());
        model.ApplyConfiguration(new SizingPlanTable());
        model.ApplyConfiguration(new ScenarioTable());
    }

    public void Services(IServiceCollection services)
    {
        services.AddNumbers("territories", "T-");
        services.AddScoped<IImporter, ImportTerritories>();
        services.AddScoped<ISearchSource, TerritorySearch>();
        services.AddScoped<IBelongings, HeldTerritories>();
        services.AddScoped<IUnitMentions, MentionedInGuards>();
        services.AddScoped<IImporter, ImportHolders>();
        services.AddScoped<IImporter, ImportMarketFigures>();
        services.AddScoped<OwnSales>();
        services.AddScoped<BalanceFacts>();
        services.AddScoped<Redividing>();
        services.AddScoped<DivisionApplying>();
        services.AddRecurringJob<ApplyPlannedDivisions>("territories.apply-divisions", "0 2 0 * * ?");
        services.AddScoped<IDelegatedWork, CoverWork>();
        services.AddScoped<ITerritoryStanding, TerritoryStanding>();
    }

    public void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/territories", ListTerritories.Handle).Require(TerritoriesPermissions.Read);
        api.MapGet("/territories/export", ListTerritories.Export).Require(TerritoriesPermissions.Read);
        api.MapGet("/territories/{id}", ReadTerritory.Handle).Require(TerritoriesPermissions.Read);
        api.MapPost("/territories", AddTerritory.Handle).Require(TerritoriesPermissions.Edit);
        api.MapPut("/territories/{id}", EditTerritory.Handle).Require(TerritoriesPermissions.Edit);
        api.MapDelete("/territories/{id}", RemoveTerritory.Handle).Require(TerritoriesPermissions.Edit);
        api.MapPost("/territories/{id}/holders", HoldTerritory.Handle).Require(TerritoriesPermissions.Edit);
        api.MapPut("/territories/{id}/holders/{holder}", EndHolder.Handle).Require(TerritoriesPermissions.Edit);
        api.MapDelete("/territories/{id}/holders/{holder}", RemoveHolder.Handle).Require(TerritoriesPermissions.Edit);
        api.MapGet("/regions", ListPlaces.Regions).Require(TerritoriesPermissions.Read);
        api.MapGet("/industries", ListPlaces.Industries).Require(TerritoriesPermissions.Read);
        api.MapGet("/territory-coverage", ReadCoverage.Handle).Require(TerritoriesPermissions.Read);
        api.MapGet("/territory-figures", ReadTerritoryFigures.Handle).Require(TerritoriesPermissions.Market);
        api.MapGet("/span-of-control", ReadSpan.Handle).Require(TerritoriesPermissions.Read);
        api.MapGet("/territory-standards", ListStandards.Handle).Require(TerritoriesPermissions.Read);
        api.MapPost("/territory-standards", AddStandard.Handle).Require(TerritoriesPermissions.EditPolicy);
        api.MapDelete("/territory-standards/{id}", RemoveStandard.Handle).Require(TerritoriesPermissions.EditPolicy);
        Divisions(api);
        Figures(api);
        Outside(api);
    }

    private static void Divisions(IEndpointRouteBuilder api)
    {
        api.MapGet("/territory-divisions", ListDivisions.Handle).Require(TerritoriesPermissions.Read);
        api.MapGet("/territory-divisions/{id}", ReadDivision.Handle).Require(TerritoriesPermissions.Read);
        api.MapPost("/territory-divisions", AddDivision.Handle).Require(TerritoriesPermissions.Divide);
        api.MapPut("/territory-divisions/{id}", EditDivision.Handle).Require(TerritoriesPermissions.Divide);
        api.MapDelete("/territory-divisions/{id}", RemoveDivision.Handle).Require(TerritoriesPermissions.Divide);
        api.MapGet("/territory-divisions/{id}/preview", PreviewDivision.Handle).Require(TerritoriesPermissions.Divide);
        api.MapGet("/territory-divisions/{id}/moves", ListDivisionMoves.Handle).Require(TerritoriesPermissions.Divide);
        api.MapPost("/territory-divisions/{id}/apply", ApplyDivision.Handle).Require(TerritoriesPermissions.Divide);
        api.MapPost("/territory-divisions/{id}/withdraw", WithdrawDivision.Handle).Require(TerritoriesPermissions.Divide);
    }

    private static void Figures(IEndpointRouteBuilder api)
    {
        api.MapGet("/market-figures", ListMarketFigures.Handle).Require(TerritoriesPermissions.Market);
        api.MapGet("/market-figures/export", ListMarketFigures.Export).Require(TerritoriesPermissions.Market);
        api.MapPost("/market-figures", AddMarketFigure.Handle).Require(TerritoriesPermissions.EditMarket);
        api.MapPut("/market-figures/{id}", EditMarketFigure.Handle).Require(TerritoriesPermissions.EditMarket);
        api.MapDelete("/market-figures/{id}", RemoveMarketFigure.Handle).Require(TerritoriesPermissions.EditMarket);
        api.MapGet("/market-checks", CheckMarket.Handle).Require(TerritoriesPermissions.Market);
        api.MapGet("/sizing-facts", ReadSizingFacts.Handle).Require(TerritoriesPermissions.Market);
        api.MapGet("/sizing-plans", ListSizingPlans.Handle).Require(TerritoriesPermissions.Market);
        api.MapPost("/sizing-plans", AddSizingPlan.Handle).Require(TerritoriesPermissions.EditMarket);
        api.MapPost("/sizing-plans/calculate", CalculateSizing.Handle).Require(TerritoriesPermissions.Market).WithoutTransaction();
        api.MapPut("/sizing-plans/{id}", EditSizingPlan.Handle).Require(TerritoriesPermissions.EditMarket);
        api.MapDelete("/sizing-plans/{id}", RemoveSizingPlan.Handle).Require(TerritoriesPermissions.EditMarket);
        api.MapGet("/territory-balance", ReadBalance.Handle).Require(TerritoriesPermissions.Market);
        api.MapPost("/territory-balance/suggest", SuggestMoves.Handle).Require(TerritoriesPermissions.Divide).WithoutTransaction();
        api.MapGet("/territory-scenarios", ListScenarios.Handle).Require(TerritoriesPermissions.Divide);
        api.MapGet("/territory-scenarios/{id}", ReadScenario.Handle).Require(TerritoriesPermissions.Divide);
        api.MapPost("/territory-scenarios", AddScenario.Handle).Require(TerritoriesPermissions.Divide);
        api.MapPut("/territory-scenarios/{id}", EditScenario.Handle).Require(TerritoriesPermissions.Divide);
        api.MapDelete("/territory-scenarios/{id}", RemoveScenario.Handle).Require(TerritoriesPermissions.Divide);
        api.MapPost("/territory-scenarios/{id}/apply", ApplyScenario.Handle).Require(TerritoriesPermissions.Divide);
    }

    private static void Outside(IEndpointRouteBuilder api)
    {
        api.MapGet("/territory-policies", ListGuardPolicies.Handle).Require(TerritoriesPermissions.Read);
        api.MapPost("/territory-policies", AddGuardPolicy.Handle).Require(TerritoriesPermissions.EditPolicy);
        api.MapDelete("/territory-policies/{id}", RemoveGuardPolicy.Handle).Require(TerritoriesPermissions.EditPolicy);
        api.MapGet("/territory-releases", ListReleases.Handle).Require(TerritoriesPermissions.ReadOutside);
        api.MapPost("/territory-releases", AskRelease.Handle).Require(TerritoriesPermissions.Read);
        api.MapPost("/territory-releases/{id}/decide", DecideRelease.Handle).Require(TerritoriesPermissions.Release);
        api.MapPost("/territory-releases/{id}/end", EndRelease.Handle).Require(TerritoriesPermissions.Release);
        api.MapGet("/territory-outside", ListOutside.Handle).Require(TerritoriesPermissions.ReadOutside);
        api.MapGet("/territory-outside/export", ListOutside.Export).Require(TerritoriesPermissions.ReadOutside);
        api.MapPost("/territory-outside/{id}/seen", SeeOutside.Handle).Require(TerritoriesPermissions.Release);
    }
}
