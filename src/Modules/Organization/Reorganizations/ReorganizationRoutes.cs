using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Yingpan.Organization.Public;
using Yingpan.Platform.Http;

namespace Yingpan.Organization.Reorganizations;

internal static class ReorganizationRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/reorganizations", ListReorganizations.Handle).Require(OrganizationPermissions.Reorganize);
        api.MapGet("/reorganizations/export", ListReorganizations.Export).Require(OrganizationPermissions.Reorganize);
        api.MapGet("/reorganizations/following", ListFollowing.Handle).Require(OrganizationPermissions.Reorganize);
        api.MapPost("/reorganizations/preview", PreviewReorganization.Handle).Require(OrganizationPermissions.Reorganize);
        api.MapGet("/reorganizations/{id}", ReadReorganization.Handle).Require(OrganizationPermissions.Reorganize);
        api.MapGet("/reorganizations/{id}/preview", PreviewReorganization.Read).Require(OrganizationPermissions.Reorganize);
        api.MapPost("/reorganizations", AddReorganization.Handle).Require(OrganizationPermissions.Reorganize);
        api.MapPut("/reorganizations/{id}", EditReorganization.Handle).Require(OrganizationPermissions.Reorganize);
        api.MapDelete("/reorganizations/{id}", RemoveReorganization.Handle).Require(OrganizationPermissions.Reorganize);
        api.MapPost("/reorganizations/{id}/apply", ApplyReorganization.Handle).Require(OrganizationPermissions.Reorganize);
        api.MapPost("/reorganizations/{id}/withdraw", WithdrawReorganization.Handle).Require(OrganizationPermissions.Reorganize);
    }
}
