using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications.Deliveries;
using Yingpan.Platform.Notifications.Live;
using Yingpan.Platform.Notifications.Mail;
using Yingpan.Platform.Notifications.Robots;
using Yingpan.Platform.Notifications.Settings;

namespace Yingpan.Platform.Notifications;

/// <summary>The tables, services and routes of telling people.</summary>
internal static class NotificationSetup
{
    public static void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new NotificationSettingsTable());
        model.ApplyConfiguration(new NotificationKindRuleTable());
        model.ApplyConfiguration(new NotificationWishTable());
        model.ApplyConfiguration(new MailServerTable());
        model.ApplyConfiguration(new RobotTable());
        model.ApplyConfiguration(new DeliveryTable());
    }

    /// <summary>What needs the configuration of the process.</summary>
    public static void AddNotifications(this IServiceCollection services, IConfiguration configuration, string connection)
    {
        services.Configure<NotificationOptions>(configuration.GetSection("Notifications"));
        services.AddHostedService(provider => new LiveListener(
            connection, provider.GetRequiredService<LiveNotifications>(), provider.GetRequiredService<HouseMemory>(), provider.GetRequiredService<ILogger<LiveListener>>()));
    }

    public static void Services(IServiceCollection services)
    {
        services.AddSingleton<LiveNotifications>();
        services.AddHostedService<LiveSessions>();
        services.AddSingleton<NotificationKinds>();
        services.AddSingleton<HouseSecrets>();
        services.AddSingleton<SendMail>();
        services.AddSingleton<SendToRobot>();
        services.AddSingleton<DeliveryWords>();
        services.AddSingleton<RobotPauses>();
        services.AddSingleton<DeliveryCourier>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryCourier>());
        services.AddScoped<DeliveryRound>();
        services.AddScoped<DeliveryPlan>();
        services.AddRecurringJob<TidyDeliveries>("platform.deliveries-tidy", "0 40 3 * * ?");
        services.AddScoped(provider => new Notifier(
            provider.GetRequiredService<AppDb>(), provider.GetRequiredService<CompanyClock>(), provider.GetRequiredService<DeliveryPlan>(),
            provider.GetRequiredService<LiveNotifications>(), provider.GetRequiredService<DeliveryCourier>()));
    }

    public static void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/notifications", MyNotifications.List).Require(Permission.SignedIn);
        api.MapGet("/notifications/stream", StreamNotifications.Handle).Require(Permission.SignedIn);
        api.MapPost("/notifications/{id:guid}/read", MyNotifications.Read).Require(Permission.SignedIn);
        api.MapPost("/notifications/read-all", MyNotifications.ReadAll).Require(Permission.SignedIn);
        api.MapGet("/profile/notifications", MyWishes.Read).Require(Permission.SignedIn);
        api.MapPut("/profile/notifications", MyWishes.Save).Require(Permission.SignedIn);

        api.MapGet("/notification-settings", ReadSettings.Handle).Require(PlatformModule.EditChannels);
        api.MapPut("/notification-settings", EditSettings.Handle).Require(PlatformModule.EditChannels);
        api.MapGet("/mail-server", ReadMailServer.Handle).Require(PlatformModule.EditChannels);
        api.MapPut("/mail-server", EditMailServer.Handle).Require(PlatformModule.EditChannels);
        // The tests wait for somebody else's server, and must hold no transaction while they do.
        api.MapPost("/mail-server/test", TestMailServer.Handle).Require(PlatformModule.EditChannels).WithoutTransaction();
        api.MapGet("/notification-robots", ListRobots.Handle).Require(PlatformModule.EditChannels);
        api.MapPost("/notification-robots", AddRobot.Handle).Require(PlatformModule.EditChannels);
        api.MapPut("/notification-robots/{id}", EditRobot.Handle).Require(PlatformModule.EditChannels);
        api.MapDelete("/notification-robots/{id}", RemoveRobot.Handle).Require(PlatformModule.EditChannels);
        api.MapPost("/notification-robots/{id}/test", TestRobot.Handle).Require(PlatformModule.EditChannels).WithoutTransaction();
        api.MapGet("/deliveries", ListDeliveries.Handle).Require(PlatformModule.EditChannels);
        api.MapPost("/deliveries/{id}/retry", RetryDelivery.Handle).Require(PlatformModule.EditChannels);
        api.MapPost("/deliveries/retry-failed", RetryFailed.Handle).Require(PlatformModule.EditChannels);
    }
}
