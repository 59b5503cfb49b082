using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;

namespace Yingpan.Platform.SavedViews;

/// <summary>The filters, order and columns of a list under a name. It gives nobody a right: the list it opens applies its own.</summary>
[NotAudited]
internal sealed class SavedView
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public PersonId? PersonId { get; init; }

    /// <summary>Which list: <c>customers</c>.</summary>
    public required string List { get; init; }

    public required string Name { get; init; }

    /// <summary>As in the address of the page: <c>q=…&amp;sort=-amount</c>.</summary>
    public required string Query { get; init; }

    /// <summary>Seen by everyone; otherwise by its owner alone.</summary>
    public required bool Shared { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> table)
    {
        table.ToTable("platform_saved_view");
        table.Property(view => view.Id).ValueGeneratedNever();
        table.Property(view => view.List).HasMaxLength(60);
        table.Property(view => view.Name).HasMaxLength(60);
        table.Property(view => view.Query).HasMaxLength(KeepSavedViews.LongestQuery);
        table.HasIndex(view => new { view.AccountId, view.List, view.Name }).IsUnique();
        table.HasIndex(view => new { view.List, view.Shared });
        table.HasOne<Account>().WithMany().HasForeignKey(view => view.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
