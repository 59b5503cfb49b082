using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Numbers;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;
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
    }

    public void Services(IServiceCollection services)
    {
        services.AddNumbers("territories", "T-");
        services.AddScoped<IImporter, ImportTerritories>();
        services.AddScoped<IBelongings, HeldTerritories>();
        services.AddScoped<IImporter, ImportHolders>();
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
    }
}
