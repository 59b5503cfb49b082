using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Yingpan.Kernel;

namespace Yingpan.Host;

/// <summary>Makes the document say what the server really takes: exact numbers, ids and months as text, camel-case query names.</summary>
internal static class OpenApiDocument
{
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
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Yingpan 营盘";
            document.Info.Version = "v1";
            document.Servers = [];
            return Task.CompletedTask;
        });
    }

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
