using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Http;

namespace Yingpan.Host;

/// <summary>
/// Makes the document say what the server really takes: exact numbers, ids and months as text, camel-case query names, the headers of versions
/// and repetitions; how one signs in; and the one shape in which everything is refused.
/// </summary>
internal static class OpenApiDocument
{
    private const string Session = "session";
    private const string Token = "token";

    public static void Configure(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = info => IsText(info.Type) ? null : SchemaName(info.Type, OpenApiOptions.CreateDefaultSchemaReferenceId(info));
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (IsText(type))
            {
                schema.Type = type == context.JsonTypeInfo.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
                schema.Format = FormatOf(type);
                schema.Properties = null;
                schema.Pattern = null;
            }
            else if (ElementOf(type) is { } element && IsText(element))
            {
                // What a list holds is not asked for by itself, and would be anything.
                schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = FormatOf(element) };
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            {
                if (parameter.In == ParameterLocation.Query && parameter.Name is { Length: > 0 } name)
                {
                    parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(name);
                }
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            Headers(operation, context.Description.HttpMethod, metadata);
            if (metadata.OfType<Permission>().LastOrDefault() is { } permission && permission != Permission.Anyone)
            {
                operation.Security = [Either(Session, context.Document), Either(Token, context.Document)];
            }

            operation.Responses ??= [];
            operation.Responses["4XX"] = new OpenApiResponseReference(nameof(Problem), context.Document);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer(async (document, context, cancel) =>
        {
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Session] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "yingpan",
                Description = "Of a browser, set by POST /api/session; __Host-yingpan over https. Writing requests also need an Origin header of this server.",
            };
            document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A personal access token, made under one's own profile.",
            };
            document.Components.Responses ??= new Dictionary<string, IOpenApiResponse>();
            document.Components.Responses[nameof(Problem)] = new OpenApiResponse
            {
                Description = "Refused: 400 with all faults, 401, 403, 404 (also: not yours), 409, 412 stale, 428 no version, 429.",
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType { Schema = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancel) } },
            };
            document.Info.Title = "Yingpan 营盘";
            document.Info.Version = "v1";
            document.Servers = [];
        });
    }

    private static void Headers(OpenApiOperation operation, string? method, IList<object> metadata)
    {
        if (metadata.OfType<MethodInfo>().Any(handler => handler.GetParameters().Any(parameter => parameter.ParameterType == typeof(IfMatch))))
        {
            // Described as optional, since a client sends headers for all of its requests in one place; without it the answer is 428.
            Add("If-Match", "The version that was seen, as its ETag. Needed: 428 without it, 412 when somebody saved a newer one.");
        }

        if (method == HttpMethods.Post && !metadata.OfType<NoTransaction>().Any())
        {
            Add("Idempotency-Key", "Up to 100 characters: who sends the same request again under the same key gets the first answer again.");
        }

        void Add(string name, string description) => (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    private static OpenApiSecurityRequirement Either(string scheme, Microsoft.OpenApi.OpenApiDocument? document) => new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    private static string FormatOf(Type type) => typeof(IId).IsAssignableFrom(type) ? "uuid" : type == typeof(TimeOnly) ? "time" : type.Name.ToLowerInvariant();

    private static Type? ElementOf(Type type) => type.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && type.GenericTypeArguments.Length == 1
        ? type.GenericTypeArguments[0]
        : null;

    private static bool IsText(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return typeof(IId).IsAssignableFrom(plain)
            || plain == typeof(Money) || plain == typeof(Rate) || plain == typeof(UnitPrice) || plain == typeof(Quantity)
            || plain == typeof(TimeOnly) || plain == typeof(Month) || plain == typeof(Quarter) || plain == typeof(Week);
    }

    /// <summary>Nested types are called by their use case: AddCustomer.Request becomes AddCustomerRequest, not Request2.</summary>
    private static string? SchemaName(Type type, string? usual) =>
        usual is not null && type is { IsNested: true, DeclaringType: { } outer, IsGenericType: false } ? outer.Name + type.Name : usual;
}
