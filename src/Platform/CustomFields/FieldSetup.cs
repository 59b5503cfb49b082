using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.CustomFields.Editing;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Platform.CustomFields;

/// <summary>Tables, services and routes of the fields a house makes itself.</summary>
internal static class FieldSetup
{
    public static void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new CustomFieldTable());
        model.ApplyConfiguration(new FieldRuleTable());
        model.ApplyConfiguration(new OptionListTable());
        model.ApplyConfiguration(new OptionItemTable());
    }

    public static void Services(IServiceCollection services)
    {
        services.AddSingleton<FieldSubjects>();
        services.AddScoped<CustomCheck>();
        services.AddScoped<SensitiveFields>();
        services.AddScoped<FieldEdits>();
    }

    public static void Routes(IEndpointRouteBuilder api)
    {
        // Each sees the fields of what he may see; the handler decides by subject.
        api.MapGet("/custom-forms", ListForms.Handle).Require(Permission.SignedIn);

        api.MapGet("/field-subjects", ListSubjects.Handle).Require(PlatformModule.EditFields);
        api.MapPut("/field-rules", EditFieldRule.Handle).Require(PlatformModule.EditFields);
        api.MapGet("/custom-fields", ListFields.Handle).Require(PlatformModule.EditFields);
        api.MapPost("/custom-fields", AddField.Handle).Require(PlatformModule.EditFields);
        api.MapPost("/custom-fields/order", OrderFields.Handle).Require(PlatformModule.EditFields);
        api.MapPut("/custom-fields/{id}", EditField.Handle).Require(PlatformModule.EditFields);
        api.MapPost("/custom-fields/{id}/retire", RetireField.Retire).Require(PlatformModule.EditFields);
        api.MapPost("/custom-fields/{id}/restore", RetireField.Restore).Require(PlatformModule.EditFields);
        api.MapDelete("/custom-fields/{id}", RemoveField.Handle).Require(PlatformModule.EditFields);

        api.MapGet("/option-lists", ListOptionLists.Handle).Require(PlatformModule.EditFields);
        api.MapPost("/option-lists", AddOptionList.Handle).Require(PlatformModule.EditFields);
        api.MapPut("/option-lists/{id}", EditOptionList.Handle).Require(PlatformModule.EditFields);
        api.MapDelete("/option-lists/{id}", RemoveOptionList.Handle).Require(PlatformModule.EditFields);
    }
}

public static class CustomServices
{
    /// <summary>Lets the records of a module have fields of the house's own.</summary>
    public static void AddCustomFields<TId>(this IServiceCollection services, FieldSubject<TId> subject)
        where TId : struct, IId<TId>
    {
        services.AddSingleton<FieldSubject>(subject);
        services.AddScoped(provider => new CustomValues<TId>(
            provider.GetRequiredService<AppDb>(), provider.GetRequiredService<FieldSubjects>(),
            provider.GetRequiredService<Caller>(), provider.GetRequiredService<CompanyClock>()));
        services.AddScoped(provider => new CustomImport<TId>(provider.GetRequiredService<CustomValues<TId>>(), provider.GetRequiredService<CompanyClock>()));
    }
}
