using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>意向兴趣: how much he wants it.</summary>
internal enum InterestLevel
{
    None,
    Low,
    Medium,
    High,
}

/// <summary>客户记录: what a customer told, and what is made of it. Author and day are counted by.</summary>
internal sealed class CustomerRecord : IVersioned
{
    public required CustomerRecordId Id { get; init; }

    public required CustomerId CustomerId { get; set; }

    public required PersonId AuthorId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The author's business day, by which records are counted.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>With whom; his name is in the words where he is no contact.</summary>
    public ContactId? ContactId { get; set; }

    /// <summary>客户传递信息: what he passed on, and what was answered.</summary>
    public required string Text { get; set; }

    /// <summary>推诿: by what he evades.</summary>
    public string? Evasion { get; set; }

    public InterestLevel? Interest { get; set; }

    /// <summary>成功率</summary>
    public Rate? SuccessRate { get; set; }

    /// <summary>时间确认: until when he will have decided.</summary>
    public DateOnly? ConfirmedOn { get; set; }

    /// <summary>付款时期: when he pays, in his words.</summary>
    public string? PaymentTime { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class CustomerRecordTable : IEntityTypeConfiguration<CustomerRecord>
{
    public void Configure(EntityTypeBuilder<CustomerRecord> table)
    {
        table.ToTable("customers_record");
        table.Property(record => record.Text).HasMaxLength(2000);
        table.Property(record => record.Evasion).HasMaxLength(200);
        table.Property(record => record.PaymentTime).HasMaxLength(100);
        table.Property(record => record.Version).IsConcurrencyToken();
        table.HasIndex(record => new { record.CustomerId, record.At });
        table.HasIndex(record => new { record.AuthorId, record.Day });
        table.RefersToCustomer(record => record.CustomerId);
        table.RefersToPerson(record => record.AuthorId);
        table.HasOne<Contact>().WithMany().HasForeignKey(record => record.ContactId).OnDelete(DeleteBehavior.SetNull);
    }
}
