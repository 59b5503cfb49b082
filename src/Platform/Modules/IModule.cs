using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Platform.Access;

namespace Yingpan.Platform.Modules;

/// <summary>
/// The table of contents of a module. The Host lists the modules; everything else about a module is found here.
/// </summary>
public interface IModule
{
    /// <summary>Lower-case name, the prefix of its tables, permissions and refusal codes: <c>customers</c>.</summary>
    string Name { get; }

    /// <summary>Every permission its routes name. Roles grant them with a data scope.</summary>
    IReadOnlyList<Permission> Permissions => [];

    /// <summary>Its tables: one <c>Apply</c> for each file in <c>Data/</c>.</summary>
    void Tables(ModelBuilder model) { }

    /// <summary>Its public services, and its answers to the questions of modules below.</summary>
    void Services(IServiceCollection services) { }

    /// <summary>Its routes under <c>/api</c>, each with its permission.</summary>
    void Routes(IEndpointRouteBuilder api) { }
}

/// <summary>The modules of this process, from the lowest to the highest.</summary>
public sealed record ModuleList(IReadOnlyList<IModule> Items)
{
    public IReadOnlyDictionary<string, Permission> Permissions { get; } =
        Items.SelectMany(module => module.Permissions).ToDictionary(permission => permission.Code);
}
