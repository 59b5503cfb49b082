using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>客户名录: an organisation that might become a customer, prepared for a campaign.</summary>
internal sealed class ListedName : IVersioned, IOwned<ListedName>
{
    public required ListedNameId Id { get; init; }

    public required CampaignId CampaignId { get; init; }

    /// <summary>Who works on it.</summary>
    public required PersonId OwnerId { get; set; }

    /// <summary>For whom it counts, with <see cref="Day"/>; a hand-over does not change it.</summary>
    public required PersonId PreparedById { get; init; }

    /// <summary>The business day on which it was entered.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Full name of the organisation.</summary>
    public required string Name { get; set; }

    /// <summary>Legal representative or general manager.</summary>
    public string? LegalRepresentative { get; set; }

    /// <summary>Head of the department in charge.</summary>
    public string? HeadName { get; set; }

    public string? Hobbies { get; set; }

    public string? Strengths { get; set; }

    /// <summary>Of the office.</summary>
    public string? Phone { get; set; }

    /// <summary>Shown masked to those who may not edit the name; in the trail only as changed.</summary>
    [Secret]
    public string? Mobile { get; set; }

    public string? Fax { get; set; }

    public string? Email { get; set; }

    public string? City { get; set; }

    public string? Industry { get; set; }

    public string? Remark { get; set; }

    public required NameState State { get; set; }

    /// <summary>The business day since which it is in that state.</summary>
    public required DateOnly StateOn { get; set; }

    /// <summary>Why it was dropped.</summary>
    public string? Reason { get; set; }

    /// <summary>Whom it became.</summary>
    public CustomerId? CustomerId { get; set; }

    /// <summary>By which the same name is known; once in a campaign.</summary>
    [NotAudited]
    public required string Key { get; set; }

    /// <summary>Required fields that are empty, with commas; by what was required on <see cref="Day"/>.</summary>
    [NotAudited]
    public string Missing { get; set; } = "";

    [NotAudited]
    public Rate Completeness { get; set; }

    public Guid? ImportId { get; init; }

    public int Version { get; set; } = 1;

    public IdentityFacts IdentityFacts => new() { Name = Name, City = City, Phone = Phone };

    static Expression<Func<ListedName, PersonId?>> IOwned<ListedName>.Owner { get; } = name => name.OwnerId;

    /// <summary>By the names of <see cref="NameFields.All"/>.</summary>
    public IReadOnlySet<string> Filled => new (string Field, string? Value)[]
    {
        ("name", Name), ("legalRepresentative", LegalRepresentative), ("headName", HeadName), ("hobbies", Hobbies), ("strengths", Strengths), ("phone", Phone),
        ("mobile", Mobile), ("fax", Fax), ("email", Email), ("city", City), ("industry", Industry), ("remark", Remark),
    }.Where(one => !string.IsNullOrEmpty(one.Value)).Select(one => one.Field).ToHashSet();

    public void MeasureBy(IReadOnlyList<string> required)
    {
        var filling = NameFields.Measure(Filled, required);
        (Missing, Completeness) = (string.Join(',', filling.Missing), filling.Score);
    }

    public void Turn(NameState state, DateOnly day, string? reason) => (State, StateOn, Reason) = (state, day, reason);
}

/// <summary>What of a name must be filled from a day on: in the whole house, or in one campaign. Never changed once it holds.</summary>
internal sealed class NamePolicy : IHoldsFromDay
{
    public required NamePolicyId Id { get; init; }

    /// <summary>Null is the whole house; that of a campaign holds before it.</summary>
    public CampaignId? CampaignId { get; init; }

    public required DateOnly First { get; init; }

    /// <summary>By the names of <see cref="NameFields.All"/>, with commas.</summary>
    public required string Required { get; init; }

    public IReadOnlyList<string> Fields => Required.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

internal sealed class ListedNameTable : IEntityTypeConfiguration<ListedName>
{
    public void Configure(EntityTypeBuilder<ListedName> table)
    {
        table.ToTable("customers_name");
        table.Property(name => name.Name).HasMaxLength(120);
        table.Property(name => name.LegalRepresentative).HasMaxLength(60);
        table.Property(name => name.HeadName).HasMaxLength(60);
        table.Property(name => name.Hobbies).HasMaxLength(200);
        table.Property(name => name.Strengths).HasMaxLength(200);
        table.Property(name => name.Phone).HasMaxLength(40);
        table.Property(name => name.Mobile).HasMaxLength(40);
        table.Property(name => name.Fax).HasMaxLength(40);
        table.Property(name => name.Email).HasMaxLength(200);
        table.Property(name => name.City).HasMaxLength(60);
        table.Property(name => name.Industry).HasMaxLength(60);
        table.Property(name => name.Remark).HasMaxLength(1000);
        table.Property(name => name.Reason).HasMaxLength(200);
        table.Property(name => name.Key).HasMaxLength(140);
        table.Property(name => name.Missing).HasMaxLength(200);
        table.Property(name => name.Version).IsConcurrencyToken();
        table.HasIndex(name => new { name.CampaignId, name.Key }).IsUnique();
        table.HasIndex(name => name.Key);
        table.HasIndex(name => new { name.OwnerId, name.State, name.Day });
        table.HasIndex(name => new { name.PreparedById, name.Day });
        table.HasIndex(name => name.Day);
        table.HasIndex(name => name.CustomerId);
        table.Ignore(name => name.IdentityFacts);
        table.Ignore(name => name.Filled);
        table.RefersToPerson(name => name.OwnerId);
        table.RefersToPerson(name => name.PreparedById);
        table.RefersToCustomer(name => name.CustomerId);
        table.HasOne<Campaign>().WithMany().HasForeignKey(name => name.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NamePolicyTable : IEntityTypeConfiguration<NamePolicy>
{
    public void Configure(EntityTypeBuilder<NamePolicy> table)
    {
        table.ToTable("customers_name_policy");
        table.Property(policy => policy.Required).HasMaxLength(200);
        table.HasIndex(policy => new { policy.CampaignId, policy.First }).IsUnique();
        table.Ignore(policy => policy.Fields);
        table.HasOne<Campaign>().WithMany().HasForeignKey(policy => policy.CampaignId).OnDelete(DeleteBehavior.Cascade);
    }
}
