using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;
using Yingpan.Platform.Jobs;
using Yingpan.Territories.Dividing;
using Yingpan.Territories.Guarding;
using Yingpan.Territories.Places;
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
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<IImporter, ImportTerritories>();
        services.AddScoped<IBelongings, HeldTerritories>();
        services.AddScoped<IImporter, ImportHolders>();
        services.AddScoped<Redividing>();
        services.AddScoped<DivisionApplying>();
        services.AddRecurringJob<ApplyPlannedDivisions>("territories.apply-divisions", "0 2 0 * * ?");
        services.AddScoped<IDelegatedWork, CoverWork>();
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
        api.MapDelete("/territories/{id}/holders/{holder}", RemoveHolder.Handle).Require(TerritoriesPermissions.Edit);
        api.MapGet("/regions", ListPlaces.Regions).Require(TerritoriesPermissions.Read);
        api.MapGet("/industries", ListPlaces.Industries).Require(TerritoriesPermissions.Read);
        Divisions(api);
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

    private static void Outside(IEndpointRouteBuilder api)
    {
        api.MapGet("/territory-policies", ListGuardPolicies.Handle).Require(TerritoriesPermissions.Read);
        api.MapPost("/territory-policies", AddGuardPolicy.Handle).Require(TerritoriesPermissions.EditPolicy);
        api.MapDelete("/territory-policies/{id}", RemoveGuardPolicy.Handle).Require(TerritoriesPermissions.EditPolicy);
        api.MapGet("/territory-releases", ListReleases.Handle).Require(TerritoriesPermissions.ReadOutside);
        api.MapPost("/territory-releases", AskRelease.Handle).Require(TerritoriesPermissions.Read);
        api.MapPost("/territory-releases/{id}/decide", DecideRelease.Handle).Require(TerritoriesPermissions.Release);
        api.MapPost("/territory-releases/{id}/end", EndRelease.Handle).Require(TerritoriesPermissions.Release);
        api.MapPost("/territory-releases/{id}/withdraw", WithdrawRelease.Handle).Require(TerritoriesPermissions.Read);
        api.MapGet("/territory-outside", ListOutside.Handle).Require(TerritoriesPermissions.ReadOutside);
        api.MapGet("/territory-outside/export", ListOutside.Export).Require(TerritoriesPermissions.ReadOutside);
        api.MapPost("/territory-outside/{id}/seen", SeeOutside.Handle).Require(TerritoriesPermissions.Release);
    }
}
