using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Identity;

/// <summary>Who may sign in. An employee has at most one; integrations have one without a person.</summary>
[DecidesAccess]
[HouseData]
public sealed class Account : IdentityUser<Guid>
{
    public PersonId? PersonId { get; set; }

    /// <summary>"zh" or "en"; null follows the browser.</summary>
    public string? Language { get; set; }

    /// <summary>A disabled account keeps its history and can't sign in; its sessions and tokens are dead at once.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Set with an initial or reset password: the next thing its owner does is choose his own.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The authenticator codes used last, newest first: a code is good once.</summary>
    [Secret]
    public string? LastCodeHash { get; set; }

    public DateTimeOffset? LastCodeAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public AccountId AccountId => new(Id);
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("platform_account");
        table.Ignore(account => account.AccountId);
        table.Property(account => account.Language).HasMaxLength(5);
        table.HasIndex(account => account.PersonId).IsUnique();
    }

    /// <summary>The tables ASP.NET Core Identity brings, under our names.</summary>
    public static void IdentityTables(ModelBuilder model)
    {
        model.Entity<IdentityUserClaim<Guid>>().ToTable("platform_account_claim");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("platform_account_login");
        model.Entity<IdentityUserToken<Guid>>().ToTable("platform_account_token").Property(token => token.Value).HasColumnName("value");
        model.Entity<IdentityUserPasskey<Guid>>().ToTable("platform_account_passkey");
    }
}
