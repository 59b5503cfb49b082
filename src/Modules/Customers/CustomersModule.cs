using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Collaboration.Public;
using Yingpan.Customers.Cards;
using Yingpan.Customers.Care;
using Yingpan.Customers.Completeness;
using Yingpan.Customers.Contacts;
using Yingpan.Customers.Credit;
using Yingpan.Customers.Data;
using Yingpan.Customers.Files;
using Yingpan.Customers.Grading;
using Yingpan.Customers.Identity;
using Yingpan.Customers.KeyAccounts;
using Yingpan.Customers.Merging;
using Yingpan.Customers.Names;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Placing;
using Yingpan.Customers.Pools;
using Yingpan.Customers.Public;
using Yingpan.Customers.Records;
using Yingpan.Customers.Relations;
using Yingpan.Customers.Timeline;
using Yingpan.Customers.Warnings;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.Files;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Numbers;
using Yingpan.Platform.Search;
using Yingpan.Platform.Timelines;
using Yingpan.Territories.Public;

namespace Yingpan.Customers;

public sealed class CustomersModule : IModule
{
    public string Name => "customers";

    public IReadOnlyList<Permission> Permissions => CustomersPermissions.All;

    public void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new CustomerTable());
        model.CustomValuesOf<Customer, CustomerId>(CustomerFields.Code);
        model.ApplyConfiguration(new CustomerIdentityTable());
        model.ApplyConfiguration(new CustomerKeyTable());
        model.ApplyConfiguration(new IdentityPolicyTable());
        model.ApplyConfiguration(new ContactTable());
        model.ApplyConfiguration(new TerritoryMoveTable());
        model.ApplyConfiguration(new ContactDayTable());
        model.ApplyConfiguration(new DataCardTable());
        model.ApplyConfiguration(new StrategyCardTable());
        model.ApplyConfiguration(new ReviewCardTable());
        model.ApplyConfiguration(new CustomerRecordTable());
        model.ApplyConfiguration(new FilePolicyTable());
        model.ApplyConfiguration(new RelationKindTable());
        model.ApplyConfiguration(new RelationTable());
        model.ApplyConfiguration(new CustomerMergeTable());
        model.ApplyConfiguration(new MergedRowTable());
        model.ApplyConfiguration(new DismissedPairTable());
        model.ApplyConfiguration(new GradingPolicyTable());
        model.ApplyConfiguration(new CustomerGradeTable());
        model.ApplyConfiguration(new GradeLineTable());
        model.ApplyConfiguration(new GradingRunTable());
        model.ApplyConfiguration(new GradeOverrideTable());
        model.ApplyConfiguration(new GradeMarkTable());
        model.ApplyConfiguration(new WarningPolicyTable());
        model.ApplyConfiguration(new CustomerWarningTable());
        model.ApplyConfiguration(new WarningSignalTable());
        model.ApplyConfiguration(new WarningLineTable());
        model.ApplyConfiguration(new RhythmFitTable());
        model.ApplyConfiguration(new KeyAccountTable());
        model.ApplyConfiguration(new WatchedCustomerTable());
        model.ApplyConfiguration(new KeyAccountPolicyTable());
        OwnershipRoutes.Tables(model);
        CareRoutes.Tables(model);
        NameRoutes.Tables(model);
        CreditRoutes.Tables(model);
    }

    public void Services(IServiceCollection services)
    {
        services.AddNumbers("customers", "C-");
        services.AddNumbers("disputes", "D-");
        services.AddCustomFields(CustomerFields.Subject);
        services.AddScoped<Duplicates>();
        services.AddBackgroundJob<RebuildIdentities, RebuildIdentities.Order>("customers.rebuild-identities");
        services.AddRecurringJob<TurnContactDays>("customers.turn-contact-days", "0 10 0 * * ?");
        services.AddScoped<IImporter, ImportCustomers>();
        services.AddScoped<IImporter, ImportContacts>();
        services.AddScoped<ISearchSource, CustomerSearch>();
        services.AddScoped<IAgenda, WarningAgenda>();
        services.AddScoped<IAgenda, CareAgenda>();
        services.AddScoped<IFileParent, CustomerFiles>();
        services.AddScoped<IBelongings, OwnedCustomers>();
        services.AddScoped<IBelongings, SharedCustomers>();
        services.AddScoped<IBelongings, SponsoredAccounts>();
        services.AddScoped<IUnitMentions, MentionedInPools>();
        services.AddBackgroundJob<RecountCompleteness, RecountCompleteness.Order>("customers.recount-completeness");
        // Other weights begin to hold with a month.
        services.AddRecurringJob<RecountCompleteness>("customers.recount-completeness-monthly", "0 20 0 1 * ?");
        services.AddScoped<ITimelineSource, CustomerEvents>();
        services.AddScoped<ITimelineSource, ContactEvents>();
        services.AddScoped<ITimelineSource, RecordEvents>();
        services.AddScoped<ITimelineSource, CardEvents>();
        services.AddScoped<ITimelineSource, MergeEvents>();
        services.AddScoped<ITimelineSource, ShareEvents>();
        services.AddScoped<ITimelineSource, DisputeEvents>();
        services.AddScoped<ITimelineSource, TerritoryEvents>();
        services.AddScoped<ITimelineSource, WarningEvents>();
        services.AddScoped<ITimelineSource, GradeEvents>();
        services.AddScoped<ITimelineSource, KeyAccountEvents>();
        services.AddScoped<ITimelineSource, RelationEvents>();
        services.AddScoped<MergePair>();
        services.AddScoped<SharesOfCustomer>();
        services.AddScoped<ICustomerReferences>(services => services.GetRequiredService<SharesOfCustomer>());
        services.AddScoped<ICustomerReferences, ContactsOfCustomer>();
        services.AddScoped<ICustomerReferences, RecordsOfCustomer>();
        services.AddScoped<ICustomerReferences, StrategyCardsOfCustomer>();
        services.AddScoped<ICustomerReferences, ReviewCardsOfCustomer>();
        services.AddScoped<ICustomerReferences, RelationsOfCustomer>();
        services.AddScoped<ICustomerReferences, WarningsOfCustomer>();
        services.AddScoped<ICustomerReferences, GradeMarksOfCustomer>();
        services.AddScoped<ICustomerReferences, OverridesOfCustomer>();
        services.AddScoped<ICustomerReferences, KeyAccountsOfCustomer>();
        services.AddScoped<ICustomerReferences, WatchOfCustomer>();
        services.AddScoped<ICustomerReferences, DisputesOfCustomer>();
        services.AddScoped<ICustomerReferences, FilesOfCustomer>();
        services.AddScoped<ITerritoryMembers, MoveCustomers>();
        services.AddScoped<CardFacts>();
        services.AddScoped<ParetoAmounts>();
        services.AddScoped<GradingFacts>();
        services.AddRecurringJob<GradeCustomers>("customers.grade", "0 30 2 * * ?");
        services.AddScoped<WatchFacts>();
        services.AddScoped<WarningDeeds>();
        services.AddScoped<ICustomerContacts, WarningContacts>();
        services.AddRecurringJob<FitRhythm>("customers.fit-rhythm", "0 0 3 ? * SUN");
        services.AddRecurringJob<WatchCustomers>("customers.watch", "0 0 4 * * ?");
        OwnershipRoutes.Services(services);
        CareRoutes.Services(services);
        NameRoutes.Services(services);
        CreditRoutes.Services(services);
    }

    public void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/customers", ListCustomers.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customers/export", ListCustomers.Export).Require(CustomersPermissions.Read);
        api.MapGet("/customers/duplicates", CheckDuplicates.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/customer-identity-policy", ReadIdentityPolicy.Handle).Require(CustomersPermissions.EditPolicy);
        api.MapPut("/customer-identity-policy", EditIdentityPolicy.Handle).Require(CustomersPermissions.EditPolicy);
        api.MapPost("/customer-identity-policy/rebuild", RebuildNow.Handle).Require(CustomersPermissions.EditPolicy);
        api.MapGet("/customers/{id}/territory-moves", ListTerritoryMoves.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customers/{id}/contacts", ReadContacts.Handle).Require(CustomersPermissions.Read);
        api.MapPost("/customers/{id}/contacts", AddContact.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/customer-contacts", ListContacts.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customer-contacts/export", ListContacts.Export).Require(CustomersPermissions.Read);
        api.MapPut("/customer-contacts/{id}", EditContact.Handle).Require(CustomersPermissions.Edit);
        api.MapDelete("/customer-contacts/{id}", RemoveContact.Handle).Require(CustomersPermissions.Edit);
        api.MapPost("/customer-contacts/{id}/reveal", RevealContact.Handle).Require(CustomersPermissions.RevealContacts).AnswersWithSecret();
        FileRoutes(api);
        api.MapGet("/grading-policies", ListGradingPolicies.Handle).Require(CustomersPermissions.EditGrading);
        api.MapPost("/grading-policies", AddGradingPolicy.Handle).Require(CustomersPermissions.EditGrading);
        api.MapPut("/grading-policies/{id}", EditGradingPolicy.Handle).Require(CustomersPermissions.EditGrading);
        api.MapDelete("/grading-policies/{id}", RemoveGradingPolicy.Handle).Require(CustomersPermissions.EditGrading);
        api.MapPost("/grading-policies/preview", PreviewGrading.Handle).Require(CustomersPermissions.EditGrading).WithoutTransaction();
        api.MapGet("/grading-runs", ListGradingRuns.Handle).Require(CustomersPermissions.EditGrading);
        // The run opens its own short transaction; that of a request would hold up everybody while it reads.
        api.MapPost("/grading-runs", GradeNow.Handle).Require(CustomersPermissions.EditGrading).WithoutTransaction();
        api.MapGet("/customer-segments", ReadSegments.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customer-grades", ListGradeNames.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customers/{id}/grades", ReadGrades.Handle).Require(CustomersPermissions.Read);
        api.MapPost("/customers/{id}/grade-overrides", OverrideGrade.Handle).Require(CustomersPermissions.OverrideGrade);
        api.MapPost("/grade-overrides/{id}/end", EndOverride.Handle).Require(CustomersPermissions.OverrideGrade);
        api.MapPost("/customers/{id}/grade-marks", EnterMark.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/customer-warnings", ListWarnings.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customer-warnings/export", ListWarnings.Export).Require(CustomersPermissions.Read);
        api.MapGet("/customer-warnings/{id}", ReadWarning.Handle).Require(CustomersPermissions.Read);
        api.MapPost("/customer-warnings/{id}/follow-up", ActOnWarning.FollowUp).Require(CustomersPermissions.Edit);
        api.MapPost("/customer-warnings/{id}/cause", ActOnWarning.NameCause).Require(CustomersPermissions.Edit);
        api.MapPost("/customer-warnings/{id}/measure", ActOnWarning.TakeMeasure).Require(CustomersPermissions.Edit);
        api.MapPost("/customer-warnings/{id}/close", ActOnWarning.Close).Require(CustomersPermissions.Edit);
        api.MapPost("/customers/{id}/warnings", ReportSignal.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/customer-warning-figures", ReadWarningFigures.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/warning-words", ReadWarningWords.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/warning-policies", ListWarningPolicies.Handle).Require(CustomersPermissions.EditWarningPolicy);
        api.MapPost("/warning-policies", AddWarningPolicy.Handle).Require(CustomersPermissions.EditWarningPolicy);
        api.MapPut("/warning-policies/{id}", EditWarningPolicy.Handle).Require(CustomersPermissions.EditWarningPolicy);
        api.MapDelete("/warning-policies/{id}", RemoveWarningPolicy.Handle).Require(CustomersPermissions.EditWarningPolicy);
        api.MapPost("/warning-policies/preview", PreviewWarnings.Handle).Require(CustomersPermissions.EditWarningPolicy).WithoutTransaction();
        api.MapPost("/warning-runs", WatchNow.Handle).Require(CustomersPermissions.EditWarningPolicy).WithoutTransaction();
        api.MapGet("/pareto", ReadPareto.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/key-accounts", ListKeyAccounts.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/key-accounts/export", ListKeyAccounts.Export).Require(CustomersPermissions.Read);
        api.MapPost("/key-accounts", NameKeyAccount.Handle).Require(CustomersPermissions.EditKeyAccounts);
        api.MapPost("/key-accounts/{id}/end", EndKeyAccount.Handle).Require(CustomersPermissions.EditKeyAccounts);
        api.MapGet("/key-account-policies", KeyAccountPolicies.List).Require(CustomersPermissions.Read);
        api.MapPost("/key-account-policies", KeyAccountPolicies.Add).Require(CustomersPermissions.EditGrading);
        api.MapDelete("/key-account-policies/{first}", KeyAccountPolicies.Remove).Require(CustomersPermissions.EditGrading);
        api.MapGet("/watched-customers", ListWatched.Handle).Require(CustomersPermissions.Read);
        api.MapPost("/customers/{id}/watch", WatchCustomer.Handle).Require(CustomersPermissions.Edit);
        api.MapDelete("/customers/{id}/watch", UnwatchCustomer.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/customers/{id}", ReadCustomer.Handle).Require(CustomersPermissions.Read);
        api.MapPost("/customers/{id}/reveal", RevealPhone.Handle).Require(CustomersPermissions.RevealContacts).AnswersWithSecret();
        api.MapPost("/customers", AddCustomer.Handle).Require(CustomersPermissions.Edit);
        api.MapPut("/customers/{id}", EditCustomer.Handle).Require(CustomersPermissions.Edit);
        api.MapDelete("/customers/{id}", RemoveCustomer.Handle).Require(CustomersPermissions.Edit);
        OwnershipRoutes.Routes(api);
        CareRoutes.Routes(api);
        NameRoutes.Routes(api);
        CreditRoutes.Routes(api);
    }

    /// <summary>What stands in the file of a customer, and making one file of two.</summary>
    private static void FileRoutes(IEndpointRouteBuilder api)
    {
        api.MapGet("/customers/{id}/timeline", ReadTimeline.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customers/{id}/completeness", ReadCompleteness.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customers/{id}/data-card", ReadDataCard.Handle).Require(CustomersPermissions.Read);
        api.MapPut("/customers/{id}/data-card", EditDataCard.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/customers/{id}/strategy-cards", ReadStrategyCards.Handle).Require(CustomersPermissions.Read);
        api.MapPost("/customers/{id}/strategy-cards", SaveStrategyCard.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/customers/{id}/review-cards", ReadReviewCards.Handle).Require(CustomersPermissions.Read);
        api.MapPut("/customers/{id}/review-cards", SaveReviewCard.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/customers/{id}/month-figures", ReadMonthFigures.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customer-reviews", ListReviews.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customer-reviews/export", ListReviews.Export).Require(CustomersPermissions.Read);
        api.MapGet("/customer-reviews/completion", ReadReviewCompletion.Handle).Require(CustomersPermissions.Read);
        api.MapPost("/customers/{id}/records", AddRecord.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/customer-records", ListRecords.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customer-records/export", ListRecords.Export).Require(CustomersPermissions.Read);
        api.MapPut("/customer-records/{id}", EditRecord.Handle).Require(CustomersPermissions.Read);
        api.MapDelete("/customer-records/{id}", RemoveRecord.Handle).Require(CustomersPermissions.Read);
        api.MapGet("/customers/{id}/relations", ReadRelations.Handle).Require(CustomersPermissions.Read);
        api.MapPost("/customers/{id}/relations", AddRelation.Handle).Require(CustomersPermissions.Edit);
        api.MapDelete("/customer-relations/{id}", RemoveRelation.Handle).Require(CustomersPermissions.Edit);
        api.MapGet("/customer-relation-kinds", ListRelationKinds.Handle).Require(CustomersPermissions.Read);
        api.MapPost("/customer-relation-kinds", AddRelationKind.Handle).Require(CustomersPermissions.EditPolicy);
        api.MapPut("/customer-relation-kinds/{id}", EditRelationKind.Handle).Require(CustomersPermissions.EditPolicy);
        api.MapGet("/customer-file-policies", ListFilePolicies.Handle).Require(CustomersPermissions.EditPolicy);
        api.MapPut("/customer-file-policies/{first}", SaveFilePolicy.Handle).Require(CustomersPermissions.EditPolicy);
        api.MapDelete("/customer-file-policies/{first}", RemoveFilePolicy.Handle).Require(CustomersPermissions.EditPolicy);
        api.MapGet("/customers/{id}/merge-preview", PreviewMerge.Handle).Require(CustomersPermissions.Merge);
        api.MapPost("/customers/{id}/merge", MergeCustomers.Handle).Require(CustomersPermissions.Merge);
        api.MapGet("/customer-duplicates", ListDuplicatePairs.Handle).Require(CustomersPermissions.Merge);
        api.MapPost("/customer-duplicates/dismiss", DismissPair.Handle).Require(CustomersPermissions.Merge);
        api.MapGet("/customer-merges", ListMerges.Handle).Require(CustomersPermissions.Merge);
        api.MapPost("/customer-merges/{id}/undo", UndoMerge.Handle).Require(CustomersPermissions.Merge);
    }
}
