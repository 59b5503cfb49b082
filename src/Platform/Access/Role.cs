using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;

namespace Yingpan.Platform.Access;

public readonly record struct RoleId(Guid Value) : IId<RoleId>
{
    public static RoleId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out RoleId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A named set of grants. The shipped roles are a start; the house edits them and adds its own.</summary>
[DecidesAccess]
[HouseData]
public sealed class Role : IVersioned
{
    public required RoleId Id { get; init; }

    /// <summary>Stable short name: <c>rep</c>, <c>director</c>.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string NameEn { get; set; }

    public int Version { get; set; } = 1;

    public List<RoleGrant> Grants { get; init; } = [];
}

[DecidesAccess]
public sealed class RoleGrant
{
    public required RoleId RoleId { get; init; }

    public required string Permission { get; init; }

    public required Scope Scope { get; set; }
}

[DecidesAccess]
[HouseData]
public sealed class AccountRole
{
    public required Guid AccountId { get; init; }

    public required RoleId RoleId { get; init; }
}

internal sealed class RoleTable : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> table)
    {
        table.ToTable("platform_role");
        table.Property(role => role.Code).HasMaxLength(40);
        table.Property(role => role.Name).HasMaxLength(60);
        table.Property(role => role.NameEn).HasMaxLength(60);
        table.Property(role => role.Version).IsConcurrencyToken();
        table.HasIndex(role => role.Code).IsUnique();
        table.HasMany(role => role.Grants).WithOne().HasForeignKey(grant => grant.RoleId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RoleGrantTable : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> table)
    {
        table.ToTable("platform_role_grant");
        table.HasKey(grant => new { grant.RoleId, grant.Permission });
        table.Property(grant => grant.Permission).HasMaxLength(60);
    }
}

internal sealed class AccountRoleTable : IEntityTypeConfiguration<AccountRole>
{
    public void Configure(EntityTypeBuilder<AccountRole> table)
    {
        table.ToTable("platform_account_role");
        table.HasKey(link => new { link.AccountId, link.RoleId });
        table.HasOne<Account>().WithMany().HasForeignKey(link => link.AccountId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Role>().WithMany().HasForeignKey(link => link.RoleId).OnDelete(DeleteBehavior.Restrict);
    }
}
