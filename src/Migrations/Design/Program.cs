using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Host;
using Yingpan.Platform.Data;

return 0;

/// <summary>Gives dotnet-ef a context of either database: <c>-- --ConnectionStrings:Default=Host=…</c> chooses PostgreSQL.</summary>
internal sealed class AppDbFactory : IDesignTimeDbContextFactory<AppDb>
{
    public AppDb CreateDbContext(string[] args) =>
        Server.Build(args).Services.CreateScope().ServiceProvider.GetRequiredService<AppDb>();
}
