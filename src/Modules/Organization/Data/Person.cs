using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

/// <summary>An employee, from hire to leave and beyond: the file stays, because results stay.</summary>
[DecidesAccess]
[HouseData]
internal sealed class Person : IVersioned, IOwned<Person>
{
    public required PersonId Id { get; init; }

    /// <summary>Employee number: P-000001 unless the house brings its own.</summary>
    public required string Number { get; init; }

    public required string Name { get; set; }

    /// <summary>Shown masked, as is what stands below with the same mark; in the trail only as changed, else whoever reads it would need no permission to unmask.</summary>
    [Secret]
    public string? Email { get; set; }

    [Secret]
    public string? Phone { get; set; }

    public required DateOnly HiredOn { get; set; }

    /// <summary>Last day of work; the memberships stay open, so that what he owned is still found under his unit.</summary>
    public DateOnly? LeftOn { get; set; }

    public GradeId? GradeId { get; set; }

    [Secret]
    public DateOnly? Birthday { get; set; }

    public string? Hobbies { get; set; }

    public string? Strengths { get; set; }

    public string? Skills { get; set; }

    public string? CareerGoal { get; set; }

    [Secret]
    public string? IdentityNumber { get; set; }

    /// <summary>A month.</summary>
    [Secret]
    public Money? BaseSalary { get; set; }

    [Secret]
    public string? HomeAddress { get; set; }

    public Guid? ImportId { get; init; }

    public int Version { get; set; } = 1;

    public List<Membership> Memberships { get; init; } = [];

    static Expression<Func<Person, PersonId?>> IOwned<Person>.Owner { get; } = person => person.Id;
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable("organization_person");
        table.Property(person => person.Number).HasMaxLength(40);
        table.Property(person => person.Name).HasMaxLength(60);
        table.Property(person => person.Email).HasMaxLength(200);
        table.Property(person => person.Phone).HasMaxLength(40);
        table.Property(person => person.Hobbies).HasMaxLength(200);
        table.Property(person => person.Strengths).HasMaxLength(200);
        table.Property(person => person.Skills).HasMaxLength(200);
        table.Property(person => person.CareerGoal).HasMaxLength(500);
        table.Property(person => person.IdentityNumber).HasMaxLength(18);
        table.Property(person => person.HomeAddress).HasMaxLength(200);
        table.HasOne<Grade>().WithMany().HasForeignKey(person => person.GradeId).OnDelete(DeleteBehavior.Restrict);
        table.Property(person => person.Version).IsConcurrencyToken();
        table.HasIndex(person => person.Number).IsUnique();
        table.HasMany(person => person.Memberships).WithOne().HasForeignKey(membership => membership.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
