using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Backups;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Files;
using Yingpan.Platform.Health;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;
using Yingpan.Platform.Numbers;
using Yingpan.Platform.SavedViews;
using Yingpan.Platform.Search;

namespace Yingpan.Platform;

/// <summary>What every module stands on, and the routes that belong to nobody else: sign-in, profile, roles, audit.</summary>
public sealed class PlatformModule : IModule
{
    public static readonly Permission ReadAccounts = new("platform.accounts-read", Scoped: false);
    public static readonly Permission EditAccounts = new("platform.accounts-edit", Scoped: false);
    public static readonly Permission ReadAudit = new("platform.audit-read", Scoped: false);
    public static readonly Permission EditChannels = new("platform.channels-edit", Scoped: false);
    public static readonly Permission EditFields = new("platform.fields-edit", Scoped: false);

    /// <summary>Whether what one sees may leave the house as a file.</summary>
    public static readonly Permission Export = new("platform.export", Scoped: false);

    public string Name => "platform";

    public IReadOnlyList<Permission> Permissions => [ReadAccounts, EditAccounts, ReadAudit, EditChannels, EditFields, Export];

    public void Tables(ModelBuilder model)
    {
        AccountTable.IdentityTables(model);
        model.ApplyConfiguration(new AccountTable());
        model.ApplyConfiguration(new SessionTable());
        model.ApplyConfiguration(new RoleTable());
        model.ApplyConfiguration(new RoleGrantTable());
        model.ApplyConfiguration(new AccountRoleTable());
        model.ApplyConfiguration(new AuditEntryTable());
        model.ApplyConfiguration(new AuditHeadTable());
        model.ApplyConfiguration(new IdempotentRequestTable());
        model.ApplyConfiguration(new NumberSequenceTable());
        model.ApplyConfiguration(new ProtectionKeyTable());
        model.ApplyConfiguration(new JobRowTable());
        ImportSetup.Tables(model);
        FieldSetup.Tables(model);
        model.ApplyConfiguration(new NotificationTable());
        NotificationSetup.Tables(model);
        model.ApplyConfiguration(new SavedViewTable());
        model.ApplyConfiguration(new StoredFileTable());
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<NumberSequences>();
        services.AddScoped<CallerLoader>();
        services.AddScoped<Sessions>();
        services.AddScoped<SessionViews>();
        services.AddSingleton<PasswordGate>();
        services.AddHostedService<SessionKeeper>();
        services.AddHostedService<AuditSealer>();
        ImportSetup.Services(services);
        FieldSetup.Services(services);
        NotificationSetup.Services(services);
        services.AddScoped<AuditNotes>();
        services.AddSingleton<FileStore>();
        services.AddScoped<FileLinks>();
        services.AddScoped<FileVisibility>();
        services.AddScoped<Timelines.TimelineReader>();
        services.AddScoped<Timelines.ITimelineSource, Timelines.FileTimeline>();
        services.AddScoped<UploadFile>();
        services.AddHostedService<FileKeeper>();
        services.AddScoped<WriteBackup>();
        services.AddScoped<RestoreBackup>();
        services.AddScoped<CheckHouse>();
    }

    public void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/welcome", Welcome.Handle).Require(Permission.Anyone);

        api.MapGet("/session", ReadSession.Handle).Require(Permission.SignedIn);
        // A refused sign-in must leave its trace (the count towards the lock-out), so it is not rolled back as a whole.
        api.MapPost("/session", SignIn.Handle).Require(Permission.Anyone).WithoutTransaction().LimitedAsSignIn();
        api.MapDelete("/session", SignOut.Handle).Require(Permission.SignedIn);
        api.MapPost("/session/passkey/options", Passkeys.RequestOptions).Require(Permission.Anyone).WithoutTransaction().LimitedAsSignIn();
        api.MapPost("/session/passkey", Passkeys.SignIn).Require(Permission.Anyone).WithoutTransaction().LimitedAsSignIn();

        api.MapGet("/profile", Profile.Read).Require(Permission.SignedIn);
        api.MapPut("/profile", Profile.Save).Require(Permission.SignedIn);
        api.MapPost("/profile/password", ChangePassword.Handle).Require(Permission.SignedIn).LimitedAsSignIn();
        api.MapPost("/profile/two-factor/setup", TwoFactor.Begin).Require(Permission.SignedIn).AnswersWithSecret();
        api.MapPost("/profile/two-factor", TwoFactor.Confirm).Require(Permission.SignedIn).AnswersWithSecret().LimitedAsSignIn();
        api.MapPost("/profile/two-factor/disable", TwoFactor.Disable).Require(Permission.SignedIn).LimitedAsSignIn();
        api.MapPost("/profile/passkeys/options", Passkeys.CreationOptions).Require(Permission.SignedIn);
        api.MapPost("/profile/passkeys", Passkeys.Add).Require(Permission.SignedIn);
        api.MapDelete("/profile/passkeys/{id}", Passkeys.Remove).Require(Permission.SignedIn);
        api.MapGet("/profile/sessions", MySessions.List).Require(Permission.SignedIn);
        api.MapDelete("/profile/sessions/{id:guid}", MySessions.End).Require(Permission.SignedIn);
        api.MapPost("/profile/sessions/end-others", MySessions.EndOthers).Require(Permission.SignedIn);
        api.MapGet("/profile/tokens", MySessions.Tokens).Require(Permission.SignedIn);
        api.MapPost("/profile/tokens", MySessions.CreateToken).Require(Permission.SignedIn).AnswersWithSecret();
        api.MapDelete("/profile/tokens/{id:guid}", MySessions.EndToken).Require(Permission.SignedIn);

        ImportSetup.Routes(api);
        api.MapGet("/roles", ListRoles.Handle).Require(ReadAccounts);
        api.MapPost("/roles", AddRole.Handle).Require(EditAccounts);
        api.MapPut("/roles/{id}", EditRole.Handle).Require(EditAccounts);
        api.MapDelete("/roles/{id}", RemoveRole.Handle).Require(EditAccounts);
        api.MapGet("/permissions", ListPermissions.Handle).Require(ReadAccounts);

        api.MapGet("/number-sequences", ListNumbers.Handle).Require(EditFields);
        api.MapPut("/number-sequences/{name}", EditNumbers.Handle).Require(EditFields);

        api.MapGet("/audit", Audit.ReadAudit.Handle).Require(ReadAudit);
        api.MapGet("/audit/subjects", Audit.AuditSubjects.Handle).Require(ReadAudit);
        api.MapGet("/audit/export", Audit.ReadAudit.Export).Require(ReadAudit);

        NotificationSetup.Routes(api);
        FieldSetup.Routes(api);

        api.MapGet("/saved-views", KeepSavedViews.List).Require(Permission.SignedIn);
        api.MapPost("/saved-views", KeepSavedViews.Add).Require(Permission.SignedIn);
        api.MapDelete("/saved-views/{id:guid}", KeepSavedViews.Delete).Require(Permission.SignedIn);

        api.MapGet("/search", SearchAll.Handle).Require(Permission.SignedIn);

        api.MapGet("/files", ListFiles.Handle).Require(Permission.SignedIn);
        // Takes in a stream: the row is written when the bytes are safe.
        api.MapPost("/files", UploadFile.Handle).Require(Permission.SignedIn).WithoutTransaction()
            .Accepts<IFormFile>("multipart/form-data");
        api.MapGet("/files/{id}", DownloadFile.Handle).Require(Permission.SignedIn);
        api.MapDelete("/files/{id}", RemoveFile.Handle).Require(Permission.SignedIn);
    }
}
