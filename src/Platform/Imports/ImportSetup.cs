using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Imports.Reading;
using Yingpan.Platform.Imports.Running;
using Yingpan.Platform.Jobs;

namespace Yingpan.Platform.Imports;

/// <summary>Tables, services and routes of the imports.</summary>
internal static class ImportSetup
{
    public static void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new ImportTable());
        model.ApplyConfiguration(new ImportFaultTable());
        model.ApplyConfiguration(new ImportRecordTable());
        model.ApplyConfiguration(new ImportTemplateTable());
    }

    public static void Services(IServiceCollection services)
    {
        services.AddOptions<ImportOptions>().BindConfiguration("Imports");
        services.AddSingleton<ImportFiles>();
        services.AddScoped<Importers>();
        services.AddScoped<ImportEngine>();
        services.AddScoped(provider => new ImportSession(
            provider.GetRequiredService<AppDb>(), provider.GetRequiredService<Caller>(), provider.GetRequiredService<Importers>(),
            provider.GetRequiredService<ImportEngine>(), provider.GetRequiredService<ImportFiles>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<ImportOptions>>()));
        services.AddScoped(provider => new LeftImports(
            provider.GetRequiredService<AppDb>(), provider.GetRequiredService<ImportEngine>(), provider.GetRequiredService<ImportFiles>(), provider.GetRequiredService<TimeProvider>()));
        services.AddBackgroundJob<CheckJob, ImportId>("platform.import-check");
        services.AddBackgroundJob<ApplyJob, ImportId>("platform.import-apply");
        services.AddBackgroundJob<UndoJob, ImportId>("platform.import-undo");
        services.AddRecurringJob<TidyJob>("platform.import-tidy", "0 20 3 * * ?");
    }

    /// <summary>Signed in is enough to ask; what one may bring in, and whose imports one sees, the handlers decide by kind and owner.</summary>
    public static void Routes(IEndpointRouteBuilder api)
    {
        api.MapPost("/imports", UploadImport.Handle).Require(Permission.SignedIn).WithoutTransaction()
            .Accepts<IFormFile>("multipart/form-data").AddOpenApiOperationTransformer(UploadImport.Describe);
        api.MapGet("/imports", ListImports.Handle).Require(Permission.SignedIn);
        api.MapGet("/imports/{id}", ReadImport.Handle).Require(Permission.SignedIn);
        api.MapGet("/imports/{id}/sample", ReadSample.Handle).Require(Permission.SignedIn);
        api.MapPut("/imports/{id}/mapping", MapImport.Handle).Require(Permission.SignedIn);
        api.MapPost("/imports/{id}/check", StartImport.Check).Require(Permission.SignedIn).Produces<ImportView>(StatusCodes.Status202Accepted);
        api.MapPost("/imports/{id}/apply", StartImport.Apply).Require(Permission.SignedIn).Produces<ImportView>(StatusCodes.Status202Accepted);
        api.MapPost("/imports/{id}/undo", StartImport.Undo).Require(Permission.SignedIn).Produces<ImportView>(StatusCodes.Status202Accepted);
        api.MapPost("/imports/{id}/cancel", StartImport.Cancel).Require(Permission.SignedIn).Produces<ImportView>(StatusCodes.Status202Accepted);
        api.MapGet("/imports/{id}/faults", ListFaults.Handle).Require(Permission.SignedIn);
        api.MapGet("/imports/{id}/faults/export", ListFaults.Export).Require(Permission.SignedIn);
        api.MapGet("/import-templates", ListImportTemplates.Handle).Require(Permission.SignedIn);
        api.MapPost("/import-templates", AddImportTemplate.Handle).Require(Permission.SignedIn);
        api.MapDelete("/import-templates/{id}", RemoveImportTemplate.Handle).Require(Permission.SignedIn);
        api.MapGet("/import-kinds", ListImportKinds.Handle).Require(Permission.SignedIn);
        api.MapGet("/import-kinds/{kind}/template", EmptyImportFile.Handle).Require(Permission.SignedIn);
    }
}
