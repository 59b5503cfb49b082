using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Yingpan.Platform.Telemetry;

/// <summary>
/// Logs as lines of JSON on the console, always. Traces and metrics over OTLP only where <c>Telemetry:Endpoint</c> or
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says to where; without it nothing is collected and nothing is paid.
/// </summary>
public static class TelemetrySetup
{
    private const string ServiceName = "yingpan";

    /// <summary>Tags of a span that could hold personal data: what was searched for, who from, with what.</summary>
    private static readonly string[] Private = ["url.query", "url.full", "client.address", "client.port", "network.peer.address", "network.peer.port", "user_agent.original", "enduser.id"];

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddLogging(logging => logging.AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            // Scopes carry the path of the request, and with it ids.
            console.IncludeScopes = false;
        }));
        if (Endpoint(configuration) is not { } endpoint)
        {
            return;
        }

        // Without it the spans of the server carry no tags at all.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        var protocol = Protocol(configuration);
        var resource = ResourceBuilder.CreateDefault().AddService(configuration["OTEL_SERVICE_NAME"] ?? ServiceName,
            serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version!.ToString(3));
        services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", "Npgsql", "Quartz")
            .AddProcessor(new PrivacyProcessor())
            .AddOtlpExporter(options => Send(options, endpoint, protocol, "v1/traces"))
            .Build());
        services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
                "System.Runtime", "Microsoft.EntityFrameworkCore", "Npgsql")
            .AddOtlpExporter((options, reader) =>
            {
                Send(options, endpoint, protocol, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = configuration.GetValue("Telemetry:MetricsSeconds", 60) * 1_000;
            })
            .Build());
    }

    /// <summary>Once after the process is put together: nobody asks for the providers, so nothing would ever make them.</summary>
    public static void StartTelemetry(this WebApplication app)
    {
        app.Services.GetService<TracerProvider>();
        app.Services.GetService<MeterProvider>();
    }

    private static Uri? Endpoint(IConfiguration configuration)
    {
        var given = configuration["Telemetry:Endpoint"] is { Length: > 0 } own ? own : configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        return string.IsNullOrEmpty(given) ? null : new Uri(given.EndsWith('/') ? given : given + "/");
    }

    private static OtlpExportProtocol Protocol(IConfiguration configuration) =>
        configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;

    private static void Send(OtlpExporterOptions options, Uri endpoint, OtlpExportProtocol protocol, string signal)
    {
        options.Protocol = protocol;
        // The exporter adds the path of the signal only to an endpoint it read from the environment itself.
        options.Endpoint = protocol == OtlpExportProtocol.Grpc ? endpoint : new Uri(endpoint, signal);
    }

    private sealed class PrivacyProcessor : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var tag in Private)
            {
                data.SetTag(tag, null);
            }

            // The path has the ids in it; the route says the rest.
            if (data.GetTagItem("http.route") is not null)
            {
                data.SetTag("url.path", null);
            }
        }
    }
}
