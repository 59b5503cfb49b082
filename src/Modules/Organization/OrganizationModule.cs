using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Kernel;
using Yingpan.Organization.Accounts;
using Yingpan.Organization.Attendance;
using Yingpan.Organization.Companies;
using Yingpan.Organization.Data;
using Yingpan.Organization.Delegations;
using Yingpan.Organization.Documents;
using Yingpan.Organization.Grades;
using Yingpan.Organization.HandOvers;
using Yingpan.Organization.People;
using Yingpan.Organization.Positions;
using Yingpan.Organization.Public;
using Yingpan.Organization.Reorganizations;
using Yingpan.Organization.Units;
using Yingpan.Organization.WorkDays;
using Yingpan.Platform;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Numbers;
using Yingpan.Platform.Search;

namespace Yingpan.Organization;

public sealed class OrganizationModule : IModule
{
    public string Name => "organization";

    public IReadOnlyList<Permission> Permissions => OrganizationPermissions.All;

    public void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new CompanyTable());
        model.ApplyConfiguration(new UnitTable());
        model.ApplyConfiguration(new UnitTermTable());
        model.ApplyConfiguration(new ReorganizationTable());
        model.ApplyConfiguration(new PositionTable());
        model.ApplyConfiguration(new PersonTable());
        model.CustomValuesOf<Person, PersonId>(PersonFields.Code);
        model.ApplyConfiguration(new MembershipTable());
        model.ApplyConfiguration(new CalendarEntryTable());
        model.ApplyConfiguration(new GradeTable());
        model.ApplyConfiguration(new StageRuleTable());
        model.ApplyConfiguration(new HouseDocumentTable());
        model.ApplyConfiguration(new DocumentEditionTable());
        model.ApplyConfiguration(new DocumentUnitTable());
        model.ApplyConfiguration(new DocumentReceiptTable());
        model.ApplyConfiguration(new DocumentReviewTable());
        model.ApplyConfiguration(new DocumentAskingTable());
        model.ApplyConfiguration(new DocumentPolicyTable());
        model.ApplyConfiguration(new DelegationTable());
        model.ApplyConfiguration(new HandOverTable());
        model.ApplyConfiguration(new HandOverLineTable());
        model.ApplyConfiguration(new WorkHoursTable());
        model.ApplyConfiguration(new LeaveKindTable());
        model.ApplyConfiguration(new LeaveEntryTable());
        model.ApplyConfiguration(new LeaveApplicationTable());
        model.ApplyConfiguration(new AttendancePunchTable());
        model.ApplyConfiguration(new AttendanceCorrectionTable());
        model.ApplyConfiguration(new AttendanceMonthTable());
        model.ApplyConfiguration(new AttendanceResultTable());
    }

    public void Services(IServiceCollection services)
    {
        services.AddNumbers("people", "P-");
        services.AddScoped<Reach>();
        services.AddScoped<IStanding, StandingToday>();
        services.AddScoped<IBadges, Badges>();
        services.AddScoped<IPeopleNames, PeopleNames>();
        services.AddScoped<ISearchSource, PeopleSearch>();
        services.AddScoped<ISearchSource, DocumentSearch>();
        services.AddScoped<OrganizationSetup>();
        services.AddCustomFields(PersonFields.Subject);
        services.AddScoped<IImporter, ImportPeople>();
        services.AddScoped<WorkCalendars>();
        services.AddScoped<WorkingTimes>();
        services.AddScoped<DocumentReaders>();
        services.AddScoped<Publishing>();
        services.AddScoped<IFileParent, DocumentFiles>();
        services.AddScoped<IBelongings, PlannedReviews>();
        services.AddRecurringJob<WatchDocuments>("organization.documents", "0 0 8 * * ?");
        services.AddScoped(provider => new DocumentOutcomes(provider.GetRequiredService<AppDb>(), provider.GetRequiredService<Publishing>()));
        services.AddScoped<IBelongings, LedUnits>();
        services.AddScoped<IBelongings, LedPeople>();
        services.AddScoped<IBelongings, StandingIn>();
        services.AddScoped<Followers>();
        services.AddScoped<IUnitMentions, MentionedInDocuments>();
        services.AddScoped<IUnitMentions, MentionedInCalendar>();
        services.AddScoped<IUnitMentions, MentionedInHours>();
        services.AddScoped<IImporter, ImportCalendarEntries>();
        services.AddScoped<JudgeDays>();
        services.AddScoped<CorrectionDeciders>();
        services.AddScoped<IDelegatedWork, CorrectionWork>();
        services.AddScoped<LeaveSaving>();
        services.AddScoped<AskingForLeave>();
        services.AddScoped<LeaveDeputies>();
        services.AddScoped(provider => new LeaveOutcomes(provider.GetRequiredService<AppDb>(), provider.GetRequiredService<LeaveSaving>(), provider.GetRequiredService<LeaveDeputies>()));
        services.AddScoped(provider => new LeaveCover(provider.GetRequiredService<AppDb>(), provider.GetRequiredService<LeaveDeputies>()));
        services.AddScoped<IImporter, ImportPunches>();
    }

    public void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/company", ReadCompany.Handle).Require(Permission.SignedIn);
        api.MapPut("/company", EditCompany.Handle).Require(OrganizationPermissions.EditCompany);

        api.MapGet("/units", ListUnits.Handle).Require(OrganizationPermissions.ReadUnits);
        api.MapPost("/units", AddUnit.Handle).Require(OrganizationPermissions.EditUnits);
        api.MapPut("/units/{id}", EditUnit.Handle).Require(OrganizationPermissions.EditUnits);
        api.MapDelete("/units/{id}", RemoveUnit.Handle).Require(OrganizationPermissions.EditUnits);

        api.MapGet("/positions", ListPositions.Handle).Require(OrganizationPermissions.ReadUnits);
        api.MapPost("/positions", AddPosition.Handle).Require(OrganizationPermissions.EditUnits);
        api.MapPut("/positions/{id}", EditPosition.Handle).Require(OrganizationPermissions.EditUnits);
        api.MapDelete("/positions/{id}", RemovePosition.Handle).Require(OrganizationPermissions.EditUnits);

        api.MapGet("/people", ListPeople.Handle).Require(OrganizationPermissions.ReadPeople);
        api.MapGet("/people/export", ListPeople.Export).Require(OrganizationPermissions.ReadPeople);
        api.MapGet("/people/{id}", ReadPerson.Handle).Require(OrganizationPermissions.ReadPeople);
        api.MapPost("/people", AddPerson.Handle).Require(OrganizationPermissions.EditPeople);
        api.MapPut("/people/{id}", EditPerson.Handle).Require(OrganizationPermissions.EditPeople);
        api.MapPost("/people/{id}/placements", PlacePerson.Handle).Require(OrganizationPermissions.EditPeople);

        api.MapGet("/leavers", ListLeavers.Handle).Require(OrganizationPermissions.HandOver);
        api.MapGet("/people/{id}/belongings", ReadBelongings.Handle).Require(OrganizationPermissions.HandOver);
        api.MapGet("/people/{id}/belongings/items", ListBelongings.Handle).Require(OrganizationPermissions.HandOver);
        api.MapPost("/people/{id}/hand-over", PassOn.Handle).Require(OrganizationPermissions.HandOver);

        api.MapGet("/accounts", ListAccounts.Handle).Require(PlatformModule.ReadAccounts);
        api.MapPost("/accounts", AddAccount.Handle).Require(PlatformModule.EditAccounts);
        api.MapPut("/accounts/{id:guid}", EditAccount.Handle).Require(PlatformModule.EditAccounts);
        api.MapPost("/accounts/{id:guid}/password", ResetPassword.Handle).Require(PlatformModule.EditAccounts);
        api.MapPost("/accounts/{id:guid}/end-sessions", EndSessions.Handle).Require(PlatformModule.EditAccounts);

        api.MapGet("/work-calendar", ReadWorkCalendar.Handle).Require(Permission.SignedIn);
        api.MapPost("/work-calendar/{year:int}/take-over", TakeOverYear.Handle).Require(OrganizationPermissions.EditCalendar);
        api.MapGet("/calendar-entries", ListCalendarEntries.Handle).Require(Permission.SignedIn);
        api.MapGet("/calendar-entries/export", ListCalendarEntries.Export).Require(Permission.SignedIn);
        api.MapGet("/calendar-entries/{id}", ListCalendarEntries.One).Require(Permission.SignedIn);
        api.MapPost("/calendar-entries", AddCalendarEntry.Handle).Require(OrganizationPermissions.EditCalendar);
        api.MapPut("/calendar-entries/{id}", EditCalendarEntry.Handle).Require(OrganizationPermissions.EditCalendar);
        api.MapDelete("/calendar-entries/{id}", RemoveCalendarEntry.Handle).Require(OrganizationPermissions.EditCalendar);

        api.MapGet("/people/{id}/private", ReadPrivateData.Handle).Require(OrganizationPermissions.PrivateData);
        api.MapPut("/people/{id}/private", EditPrivateData.Handle).Require(OrganizationPermissions.PrivateData);
        api.MapPost("/people/{id}/reveal", RevealField.Handle).Require(OrganizationPermissions.ReadPeople).AnswersWithSecret();
        api.MapGet("/grades", ListGrades.Handle).Require(OrganizationPermissions.ReadUnits);
        api.MapPost("/grades", AddGrade.Handle).Require(OrganizationPermissions.EditUnits);
        api.MapPut("/grades/{id}", EditGrade.Handle).Require(OrganizationPermissions.EditUnits);
        api.MapDelete("/grades/{id}", RemoveGrade.Handle).Require(OrganizationPermissions.EditUnits);
        api.MapGet("/stage-rules", ListStageRules.Handle).Require(OrganizationPermissions.ReadUnits);
        api.MapPost("/stage-rules", AddStageRule.Handle).Require(OrganizationPermissions.EditUnits);
        api.MapDelete("/stage-rules/{id}", RemoveStageRule.Handle).Require(OrganizationPermissions.EditUnits);

        api.MapGet("/my-documents", ListMyDocuments.Handle).Require(Permission.SignedIn);
        api.MapGet("/documents", ListDocuments.Handle).Require(Permission.SignedIn);
        api.MapGet("/documents/export", ListDocuments.Export).Require(Permission.SignedIn);
        api.MapGet("/documents/{id}", ReadDocument.Handle).Require(Permission.SignedIn);
        api.MapGet("/documents/{id}/readers", ListReaders.Handle).Require(Permission.SignedIn);
        api.MapGet("/documents/{id}/readers/export", ListReaders.Export).Require(Permission.SignedIn);
        api.MapPost("/documents", AddDocument.Handle).Require(OrganizationPermissions.EditDocuments);
        api.MapPut("/documents/{id}", EditDocument.Handle).Require(OrganizationPermissions.EditDocuments);
        api.MapPost("/documents/{id}/publish", PublishDocument.Handle).Require(OrganizationPermissions.EditDocuments);
        api.MapPost("/documents/{id}/recall", RecallDocument.Handle).Require(OrganizationPermissions.EditDocuments);
        api.MapPost("/documents/{id}/withdraw", WithdrawDocument.Handle).Require(OrganizationPermissions.EditDocuments);
        api.MapPost("/documents/{id}/remind", RemindReaders.Handle).Require(OrganizationPermissions.EditDocuments);
        api.MapPost("/documents/{id}/acknowledge", AcknowledgeDocument.Handle).Require(Permission.SignedIn);
        api.MapPut("/documents/{id}/review-plan", PlanReview.Handle).Require(OrganizationPermissions.EditDocuments);
        api.MapGet("/document-policies", ListDocumentPolicies.Handle).Require(OrganizationPermissions.EditDocuments);
        api.MapPost("/document-policies", AddDocumentPolicy.Handle).Require(OrganizationPermissions.EditDocuments);
        api.MapDelete("/document-policies/{id}", RemoveDocumentPolicy.Handle).Require(OrganizationPermissions.EditDocuments);
        api.MapPost("/documents/{id}/reviews", ReviewDocument.Handle).Require(Permission.SignedIn);

        AttendanceRoutes.Map(api);
        ReorganizationRoutes.Map(api);

        api.MapGet("/colleagues", ListColleagues.Handle).Require(Permission.SignedIn);
        api.MapGet("/colleagues/{id}", ListColleagues.Read).Require(Permission.SignedIn);
        // Everybody is away now and then; whose delegation may be written is asked of the reach.
        api.MapGet("/delegations", ListDelegations.Handle).Require(Permission.SignedIn);
        api.MapPost("/delegations", AddDelegation.Handle).Require(Permission.SignedIn);
        api.MapPut("/delegations/{id}", EditDelegation.Handle).Require(Permission.SignedIn);
        api.MapDelete("/delegations/{id}", RemoveDelegation.Handle).Require(Permission.SignedIn);
    }
}
