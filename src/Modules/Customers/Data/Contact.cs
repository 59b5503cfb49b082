using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Contacts.Rules;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>What somebody has to say when his house buys.</summary>
internal enum DecisionRole
{
    /// <summary>决策人: decides.</summary>
    Decider,

    /// <summary>影响人: is asked before it is decided.</summary>
    Influencer,

    /// <summary>使用人: works with what is bought.</summary>
    User,

    /// <summary>采购: buys.</summary>
    Buyer,

    /// <summary>把关人: lets nobody through to the others.</summary>
    Gatekeeper,

    /// <summary>支持者: wants us.</summary>
    Champion,
}

/// <summary>A person at a customer's. Seen with the customer, and kept by who may edit him.</summary>
internal sealed class Contact : IVersioned
{
    public required ContactId Id { get; init; }

    public required CustomerId CustomerId { get; set; }

    public required string Name { get; set; }

    public string? Department { get; set; }

    public string? Position { get; set; }

    public DecisionRole? Role { get; set; }

    /// <summary>Shown masked to those who may not edit the customer; in the trail only as changed.</summary>
    [Secret]
    public string? Mobile { get; set; }

    public string? Phone { get; set; }

    /// <summary>As <see cref="Mobile"/>.</summary>
    [Secret]
    public string? Email { get; set; }

    public string? Hobbies { get; set; }

    public string? Strengths { get; set; }

    public string? Remark { get; set; }

    /// <summary>Works there no more; what was said with him stays.</summary>
    public bool HasLeft { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? ImportId { get; init; }

    public int Version { get; set; } = 1;

    public List<ContactDay> Days { get; init; } = [];
}

internal enum ContactDayKind
{
    Birthday,
    Wedding,
    Moving,
    Other,
}

/// <summary>A day of a contact's that comes round every year.</summary>
internal sealed class ContactDay
{
    public required ContactId ContactId { get; init; }

    /// <summary>From 1, in the order entered.</summary>
    public required int Line { get; init; }

    public required ContactDayKind Kind { get; init; }

    /// <summary>What it is, where the kind does not say it.</summary>
    public string? Name { get; init; }

    public required DayCalendar Calendar { get; init; }

    public int? Year { get; init; }

    public required int Month { get; init; }

    public required int Day { get; init; }

    public bool IsLeap { get; init; }

    /// <summary>When it is kept next, as of the last night; null beyond the calendar.</summary>
    public DateOnly? NextOn { get; set; }

    public YearlyDay Yearly => new(Calendar, Month, Day, IsLeap, Year);

    public static ContactDay Of(ContactId contact, int line, ContactDayKind kind, YearlyDay day, DateOnly today, string? name = null) => new()
    {
        ContactId = contact,
        Line = line,
        Kind = kind,
        Name = name,
        Calendar = day.Calendar,
        Year = day.Year,
        Month = day.Month,
        Day = day.Day,
        IsLeap = day.IsLeap,
        NextOn = day.Next(today),
    };
}

internal sealed class ContactTable : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> table)
    {
        table.ToTable("customers_contact");
        table.Property(contact => contact.Name).HasMaxLength(60);
        table.Property(contact => contact.Department).HasMaxLength(60);
        table.Property(contact => contact.Position).HasMaxLength(60);
        table.Property(contact => contact.Mobile).HasMaxLength(40);
        table.Property(contact => contact.Phone).HasMaxLength(40);
        table.Property(contact => contact.Email).HasMaxLength(200);
        table.Property(contact => contact.Hobbies).HasMaxLength(200);
        table.Property(contact => contact.Strengths).HasMaxLength(200);
        table.Property(contact => contact.Remark).HasMaxLength(1000);
        table.Property(contact => contact.Version).IsConcurrencyToken();
        table.HasIndex(contact => contact.CustomerId);
        table.HasOne<Customer>().WithMany().HasForeignKey(contact => contact.CustomerId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(contact => contact.Days).WithOne().HasForeignKey(day => day.ContactId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ContactDayTable : IEntityTypeConfiguration<ContactDay>
{
    public void Configure(EntityTypeBuilder<ContactDay> table)
    {
        table.ToTable("customers_contact_day");
        table.HasKey(day => new { day.ContactId, day.Line });
        table.Property(day => day.Name).HasMaxLength(60);
        table.HasIndex(day => day.NextOn);
        table.Ignore(day => day.Yearly);
    }
}
