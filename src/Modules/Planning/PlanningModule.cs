using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Organization.Public;
using Yingpan.Planning.Data;
using Yingpan.Planning.Goals;
using Yingpan.Planning.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;

namespace Yingpan.Planning;

public sealed class PlanningModule : IModule
{
    public string Name => "planning";

    public IReadOnlyList<Permission> Permissions => PlanningPermissions.All;

    public void Tables(ModelBuilder model) => model.ApplyConfiguration(new GoalTable());

    public void Services(IServiceCollection services)
    {
        services.AddScoped<GoalPlace>();
        services.AddScoped<IImporter, ImportGoals>();
        services.AddScoped<IBelongings, GoalsAhead>();
        services.AddScoped<IPlacedRecords, GoalsAhead>();
    }

    public void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/goals", ListGoals.Handle).Require(PlanningPermissions.Read);
        api.MapGet("/goals/totals", ListGoals.Totals).Require(PlanningPermissions.Read);
        api.MapGet("/goals/export", ListGoals.Export).Require(PlanningPermissions.Read);
        api.MapGet("/goals/{id}", ReadGoal.Handle).Require(PlanningPermissions.Read);
        api.MapPost("/goals", AddGoal.Handle).Require(PlanningPermissions.Edit);
        api.MapPut("/goals/{id}", EditGoal.Handle).Require(PlanningPermissions.Edit);
        api.MapDelete("/goals/{id}", RemoveGoal.Handle).Require(PlanningPermissions.Edit);
    }
}
