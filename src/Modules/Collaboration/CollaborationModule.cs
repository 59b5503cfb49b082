using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Collaboration.Concerns;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Notices;
using Yingpan.Collaboration.Overview;
using Yingpan.Collaboration.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Files;
using Yingpan.Platform.Http;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Search;

namespace Yingpan.Collaboration;

public sealed class CollaborationModule : IModule
{
    public string Name => "collaboration";

    public IReadOnlyList<Permission> Permissions => CollaborationPermissions.All;

    public void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new NoticeMap());
        model.ApplyConfiguration(new NoticePartMap());
        model.ApplyConfiguration(new NoticeReceiptMap());
        model.ApplyConfiguration(new ConcernMap());
        model.ApplyConfiguration(new ConcernReceiverMap());
        model.ApplyConfiguration(new ConcernLineMap());
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<NoticeReaders>();
        services.AddScoped<NoticeAudience>();
        services.AddScoped<NoticeReminders>();
        services.AddScoped<IFileParent, NoticeFiles>();
        services.AddScoped<ISearchSource, NoticeSearch>();
        services.AddRecurringJob<WatchNotices>("collaboration.notices", "0 30 8 * * ?");

        services.AddScoped<ConcernReaders>();
        services.AddScoped<ConcernDeeds>();
        services.AddScoped<IFileParent, ConcernFiles>();
    }

    public void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/collaboration/counts", CountOpen.Handle).Require(Permission.SignedIn);

        api.MapGet("/notices", ListNotices.Handle).Require(Permission.SignedIn);
        api.MapGet("/notices/export", ListNotices.Export).Require(Permission.SignedIn);
        api.MapGet("/notices/{id}", ReadNotice.Handle).Require(Permission.SignedIn);
        api.MapGet("/notices/{id}/recipients", ListRecipients.Handle).Require(Permission.SignedIn);
        api.MapGet("/notices/{id}/recipients/export", ListRecipients.Export).Require(Permission.SignedIn);
        api.MapPost("/notices/{id}/read", ReceiveNotice.Read).Require(Permission.SignedIn);
        api.MapPost("/notices/{id}/confirm", ReceiveNotice.Confirm).Require(Permission.SignedIn);
        api.MapPost("/notices", AddNotice.Handle).Require(CollaborationPermissions.WriteNotices);
        api.MapPost("/notices/audience", PreviewAudience.Handle).Require(CollaborationPermissions.WriteNotices);
        api.MapPut("/notices/{id}", EditNotice.Handle).Require(CollaborationPermissions.WriteNotices);
        api.MapDelete("/notices/{id}", RemoveNotice.Handle).Require(CollaborationPermissions.WriteNotices);
        api.MapPost("/notices/{id}/publish", PublishNotice.Handle).Require(CollaborationPermissions.WriteNotices);
        api.MapPost("/notices/{id}/withdraw", WithdrawNotice.Handle).Require(CollaborationPermissions.WriteNotices);
        api.MapPost("/notices/{id}/remind", RemindOfNotice.Handle).Require(CollaborationPermissions.WriteNotices);

        // Whoever has a superior may report to him; who may answer is found by whom it went to.
        api.MapGet("/concerns", ListConcerns.Handle).Require(Permission.SignedIn);
        api.MapGet("/concerns/export", ListConcerns.Export).Require(Permission.SignedIn);
        api.MapGet("/concerns/superiors", ListSuperiors.Handle).Require(Permission.SignedIn);
        api.MapGet("/concerns/{id}", ReadConcern.Handle).Require(Permission.SignedIn);
        api.MapPost("/concerns", SendConcern.Handle).Require(Permission.SignedIn);
        api.MapPost("/concerns/{id}/acknowledge", ActOnConcern.Acknowledge).Require(Permission.SignedIn);
        api.MapPost("/concerns/{id}/answer", ActOnConcern.Answer).Require(Permission.SignedIn);
        api.MapPost("/concerns/{id}/pass-on", ActOnConcern.PassOn).Require(Permission.SignedIn);
        api.MapPost("/concerns/{id}/say", ActOnConcern.Say).Require(Permission.SignedIn);
        api.MapPost("/concerns/{id}/close", ActOnConcern.Close).Require(Permission.SignedIn);
    }
}
