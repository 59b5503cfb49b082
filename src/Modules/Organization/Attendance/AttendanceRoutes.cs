using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Http;

namespace Yingpan.Organization.Attendance;

internal static class AttendanceRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/attendance/today", ReadToday.Handle).Require(Permission.SignedIn);
        api.MapPost("/attendance/check", CheckIn.Handle).Require(Permission.SignedIn);
        api.MapGet("/attendance/mine", ReadSheet.Mine).Require(Permission.SignedIn);
        api.MapGet("/attendance", ListSheets.Handle).Require(OrganizationPermissions.ReadAttendance);
        api.MapGet("/attendance/export", ListSheets.Export).Require(OrganizationPermissions.ReadAttendance);
        api.MapGet("/attendance/{id}", ReadSheet.Handle).Require(OrganizationPermissions.ReadAttendance);

        // Who decides is found in the chart, not by a permission.
        api.MapGet("/attendance-corrections", ListCorrections.Handle).Require(Permission.SignedIn);
        api.MapPost("/attendance-corrections", AskCorrection.Handle).Require(Permission.SignedIn);
        api.MapPost("/attendance-corrections/{id}/decide", DecideCorrection.Handle).Require(Permission.SignedIn);
        api.MapPost("/attendance-corrections/{id}/withdraw", WithdrawCorrection.Handle).Require(Permission.SignedIn);

        api.MapGet("/leave-kinds", ListLeaveKinds.Handle).Require(Permission.SignedIn);
        api.MapPost("/leave-kinds", AddLeaveKind.Handle).Require(OrganizationPermissions.EditCalendar);
        api.MapPut("/leave-kinds/{id}", EditLeaveKind.Handle).Require(OrganizationPermissions.EditCalendar);
        api.MapGet("/leave-entries", ListLeaves.Handle).Require(OrganizationPermissions.ReadAttendance);
        api.MapPost("/leave-entries", AddLeave.Handle).Require(OrganizationPermissions.EditAttendance);
        api.MapPut("/leave-entries/{id}", EditLeave.Handle).Require(OrganizationPermissions.EditAttendance);
        api.MapDelete("/leave-entries/{id}", RemoveLeave.Handle).Require(OrganizationPermissions.EditAttendance);

        // One asks for oneself; who decides is found by the rules of the house.
        api.MapGet("/leave-applications", ListLeaveApplications.Handle).Require(Permission.SignedIn);
        api.MapGet("/leave-applications/deputy", ReadDeputyNeed.Handle).Require(Permission.SignedIn);
        api.MapPost("/leave-applications", AskForLeave.Handle).Require(Permission.SignedIn);
        api.MapPut("/leave-applications/{id}", MendLeaveApplication.Handle).Require(Permission.SignedIn);
        api.MapPost("/leave-applications/{id}/withdraw", WithdrawLeaveApplication.Handle).Require(Permission.SignedIn);
        api.MapPost("/leave-applications/{id}/end", EndLeave.Handle).Require(Permission.SignedIn);

        api.MapGet("/work-hours", ListWorkHours.Handle).Require(Permission.SignedIn);
        api.MapPost("/work-hours", AddWorkHours.Handle).Require(OrganizationPermissions.EditCalendar);
        api.MapDelete("/work-hours/{id}", RemoveWorkHours.Handle).Require(OrganizationPermissions.EditCalendar);

        api.MapGet("/attendance-months", ListMonths.Handle).Require(OrganizationPermissions.ReadAttendance);
        api.MapPost("/attendance-months/close", CloseMonth.Handle).Require(OrganizationPermissions.CloseAttendance);
        api.MapPost("/attendance-months/reopen", ReopenMonth.Handle).Require(OrganizationPermissions.CloseAttendance);
    }
}
