using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;
using Yingpan.Platform.Health;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;
using Yingpan.Platform.Telemetry;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform;

/// <summary>Puts the parts of the platform together; the Host calls both methods once.</summary>
public static class PlatformSetup
{
    /// <param name="dataFolder">Where the embedded database, files and keys live.</param>
    public static void AddPlatform(this IServiceCollection services, IConfiguration configuration, ModuleList modules, string dataFolder)
    {
        services.AddSingleton(modules);
        services.AddSingleton(new DataFolder(dataFolder));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<CompanyClock>();
        services.AddSingleton<TextBook>();
        services.AddSingleton<CallerCache>();
        services.AddSingleton<HouseMemory>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton(_ => AuditKeyFile.Load(configuration, dataFolder));
        services.AddSingleton<AuditChain>();
        services.AddScoped<CallerContext>();
        services.AddScoped(provider => provider.GetRequiredService<CallerContext>().Caller);
        services.Configure<SignInPolicy>(configuration.GetSection("SignIn"));
        services.Configure<LimitOptions>(configuration.GetSection("Limits"));
        services.Configure<UploadOptions>(configuration.GetSection("Files"));
        services.Configure<JobOptions>(configuration.GetSection("Jobs"));
        services.AddTelemetry(configuration);

        var connection = ConnectionString(configuration, dataFolder);
        // Making a context anew took a tenth of a small request.
        services.AddPooledDbContextFactory<AppDb>(options => DatabaseDifferences.Use(options, connection));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext().For(provider.GetRequiredService<CallerContext>()));
        services.AddJobs(connection);
        services.AddNotifications(configuration, connection);
        AddIdentity(services);

        services.Configure<JsonOptions>(json => JsonTypes.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(_ => { });
        services.AddSingleton<RateLimits>();
        foreach (var module in modules.Items)
        {
            module.Services(services);
        }
    }

    public static string ConnectionString(IConfiguration configuration, string dataFolder) =>
        configuration.GetConnectionString("Default") is { Length: > 0 } given
            ? given
            : $"Data Source={Path.Combine(dataFolder, "yingpan.db")}";

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddDataProtection().SetApplicationName("yingpan");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((keys, scopes) => keys.XmlRepository = new ProtectionKeyStore(scopes));
        services.AddAuthentication(SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null)
            // The passkey ceremony keeps its challenge in this one.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
            {
                cookie.Cookie.Name = "yingpan-ceremony";
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            });
        services.AddIdentityCore<Account>()
            .AddEntityFrameworkStores<AppDb>()
            .AddSignInManager()
            .AddPasswordValidator<PasswordWords>()
            .AddDefaultTokenProviders();
        services.AddOptions<IdentityOptions>().Configure<IOptions<SignInPolicy>>((identity, signIn) =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.User.AllowedUserNameCharacters = null!;
            identity.Password = new PasswordOptions
            {
                // Length and uncommonness protect; composition rules only make passwords predictable (ASVS 5.0, 6.2.5).
                RequiredLength = signIn.Value.PasswordLength,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
                RequiredUniqueChars = 4,
            };
            identity.Lockout.MaxFailedAccessAttempts = signIn.Value.AttemptsBeforeLockout;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(signIn.Value.LockoutMinutes);
            identity.Lockout.AllowedForNewUsers = true;
        });
        services.AddOptions<PasswordHasherOptions>().Configure<IOptions<SignInPolicy>>((hasher, signIn) => hasher.IterationCount = signIn.Value.HashIterations);
    }

    /// <summary>The order matters: headers on every answer, errors inside them, then who is asking, then whether he may.</summary>
    public static void UsePlatform(this WebApplication app)
    {
        app.UseRouting();
        app.Use(SecurityHeaders.SameOriginMiddleware);
        app.Use(UnknownRoutes.Middleware);
        app.UseAuthentication();
        app.Use(app.Services.GetRequiredService<RateLimits>().Middleware);
        app.Use(Needs.Middleware);
    }

    /// <summary>Outermost: what goes on every answer, also on that of a failure.</summary>
    public static void UsePlatformEdge(this WebApplication app)
    {
        KnownProxies.Use(app);
        app.UseMiddleware<RequestLog>();
        app.Use(SecurityHeaders.Middleware);
        app.UseMiddleware<ProblemMiddleware>();
        app.StartTelemetry();
    }

    public static void MapModules(this WebApplication app)
    {
        var api = app.MapGroup("/api").AddEndpointFilter<RouteGroupBuilder, RequestFilter>();
        foreach (var module in app.Services.GetRequiredService<ModuleList>().Items)
        {
            module.Routes(api.MapGroup("").WithTags(module.Name));
        }

        HealthRoutes.Map(app);
    }

    /// <summary>A route without a permission would be open to the world by mistake, so the process does not start with one.</summary>
    public static void RefuseOpenRoutes(this WebApplication app)
    {
        // A group makes its endpoints anew each time it is asked; put together, all are made once, for this and for the routing.
        var sources = ((IEndpointRouteBuilder)app).DataSources;
        var all = new CompositeEndpointDataSource([.. sources]);
        sources.Clear();
        sources.Add(all);
        var open = all.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api", StringComparison.Ordinal) == true
                && endpoint.Metadata.GetMetadata<Permission>() is null)
            .Select(endpoint => endpoint.DisplayName).ToList();
        if (open.Count > 0)
        {
            throw new InvalidOperationException($"These routes name no permission: {string.Join(", ", open)}");
        }
    }
}

/// <summary>The folder of the embedded database, uploaded files and keys.</summary>
public sealed record DataFolder(string Path);
