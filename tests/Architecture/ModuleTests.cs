using System.Reflection;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Modules;

namespace Yingpan.Tests.Architecture;

public sealed class ModuleTests
{
    [Fact]
    public void The_table_of_modules_is_what_the_projects_refer_to()
    {
        var table = Tree.Read("docs/architecture.md").Split('\n')
            .SkipWhile(line => !line.StartsWith("| module |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[1], cells => Sorted(cells[3].Split(',', StringSplitOptions.TrimEntries).Where(name => name is not ("" or "–"))));
        var projects = Tree.Modules.ToDictionary(module => module, module => Sorted(XDocument.Parse(Tree.Read($"src/Modules/{module}/{module}.csproj"))
            .Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Where(Tree.Modules.Contains)));
        projects.Keys.ShouldBe(table.Keys, ignoreOrder: true);
        foreach (var (module, uses) in projects)
        {
            uses.ShouldBe(table[module], $"docs/architecture.md says that {module} uses {table[module]}");
        }
    }

    [Fact]
    public void The_Host_lists_every_module_after_those_it_uses()
    {
        var listed = Host.Modules.All.Items.Select(module => module.GetType().Assembly.GetName().Name!.Split('.')[^1]).ToList();
        listed.Skip(1).ShouldBe(Tree.Modules, ignoreOrder: true);
        foreach (var module in Host.Modules.All.Items)
        {
            var name = module.GetType().Assembly.GetName().Name!.Split('.')[^1];
            foreach (var used in module.GetType().Assembly.GetReferencedAssemblies().Where(reference => reference.Name!.StartsWith("Yingpan.", StringComparison.Ordinal)).Select(reference => reference.Name!.Split('.')[^1]).Where(listed.Contains))
            {
                listed.IndexOf(used).ShouldBeLessThan(listed.IndexOf(name), $"{name} uses {used}");
            }
        }
    }

    [Fact]
    public void Only_what_lies_in_Public_is_public()
    {
        var open =
            from module in ModuleAssemblies
            from type in module.GetExportedTypes()
            where !type.IsNested && !typeof(IModule).IsAssignableFrom(type) && !IsPublic(type)
            where type.Namespace?.EndsWith(".Rules", StringComparison.Ordinal) != true
            select type.FullName;
        open.ShouldBeEmpty("make them internal, or move them to Public/");
    }

    [Fact]
    public void No_table_of_a_module_is_public()
    {
        using var app = Server("Data Source=:memory:");
        var tables =
            from entity in app.Db.Model.GetEntityTypes()
            where ModuleAssemblies.Contains(entity.ClrType.Assembly) && entity.ClrType.IsVisible
            select entity.ClrType.FullName;
        tables.ShouldBeEmpty();
    }

    [Fact]
    public void A_table_is_named_after_its_module()
    {
        using var app = Server("Data Source=:memory:");
        foreach (var entity in app.Db.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null))
        {
            var module = ModuleAssemblies.FirstOrDefault(assembly => assembly == entity.ClrType.Assembly)?.GetName().Name!.Split('.')[^1].ToLowerInvariant() ?? "platform";
            entity.GetTableName()!.ShouldStartWith($"{module}_");
        }
    }

    [Theory, InlineData("Data Source=:memory:"), InlineData("Host=localhost;Database=none")]
    public void The_migration_holds_the_whole_model(string connection)
    {
        using var app = Server(connection);
        app.Db.Database.HasPendingModelChanges().ShouldBeFalse("run ./dev migration");
        app.Db.Database.GetMigrations().ShouldBe(["20260101000000_Initial"], "one migration until 1.0: ./dev migration");
    }

    /// <summary>The code of routes is generated, and a base class of a query is not looked into: what it declares would never be read.</summary>
    [Fact]
    public void What_a_query_holds_stands_in_its_own_class_and_is_checked()
    {
        var queries =
            (from assembly in ModuleAssemblies.Append(typeof(PlatformMarker).Assembly)
             from type in assembly.GetTypes()
             from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
             from parameter in method.GetParameters()
             where parameter.GetCustomAttribute<Microsoft.AspNetCore.Http.AsParametersAttribute>() is not null
             select parameter.ParameterType).Distinct().ToList();
        queries.ShouldNotBeEmpty();
        queries.Where(query => query.BaseType != typeof(object)).ShouldBeEmpty("a second [AsParameters] beside it is read");
        queries.Where(query => !typeof(Platform.Http.IChecked).IsAssignableFrom(query)).ShouldBeEmpty("IChecked, so that its states are looked at");
    }

    [Fact]
    public void Every_body_of_a_route_is_checked()
    {
        using var server = Server("Data Source=:memory:");
        var bodies =
            from route in server.Routes
            let body = route.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>()
            where body?.RequestType is not null && body.ContentTypes.Contains("application/json")
            select (Route: route.DisplayName, Type: body.RequestType);
        bodies.ShouldNotBeEmpty();
        bodies.Where(body => !typeof(Platform.Http.IChecked).IsAssignableFrom(body.Type)).Select(body => $"{body.Route}: {body.Type}").ShouldBeEmpty("IChecked, so that its states, lengths and items are looked at");
    }

    internal static IReadOnlyList<Assembly> ModuleAssemblies { get; } =
        [.. Host.Modules.All.Items.Select(module => module.GetType().Assembly).Where(assembly => assembly != typeof(PlatformMarker).Assembly).Distinct()];

    internal static RunningServer Server(string connection) => new(connection);

    private static bool IsPublic(Type type) => type.Namespace is { } name && (name.EndsWith(".Public", StringComparison.Ordinal) || name.Contains(".Public.", StringComparison.Ordinal));

    private static string Sorted(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
