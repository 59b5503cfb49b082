using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

/// <summary>
/// How a unit is from day to day. Its terms follow each other without a gap from the beginning, and the last is open: a closed unit goes on
/// as a closed one, under what took its place, so that its past is still found there; one that is still to come is a closed one until then.
/// </summary>
[DecidesAccess]
[HouseData]
internal sealed class UnitTerm
{
    /// <summary>First day of what is as old as the house can remember.</summary>
    public static readonly DateOnly Beginning = new(1900, 1, 1);

    public required UnitTermId Id { get; init; }

    public required UnitId UnitId { get; init; }

    /// <summary>Null only for the root.</summary>
    public UnitId? ParentId { get; set; }

    public required string Name { get; set; }

    public required UnitKind Kind { get; set; }

    /// <summary>Who leads it.</summary>
    public PersonId? HeadId { get; set; }

    /// <summary>Among its siblings.</summary>
    public int Order { get; set; }

    /// <summary>Not yet there, or no more.</summary>
    public bool IsClosed { get; set; }

    public required DateOnly First { get; init; }

    /// <summary>Included; null is until further notice.</summary>
    public DateOnly? Last { get; set; }

    /// <summary>The re-organisation that wrote it.</summary>
    public ReorganizationId? ReorganizationId { get; init; }
}

internal sealed class UnitTermTable : IEntityTypeConfiguration<UnitTerm>
{
    public void Configure(EntityTypeBuilder<UnitTerm> table)
    {
        table.ToTable("organization_unit_term");
        table.Property(term => term.Name).HasMaxLength(60);
        table.HasIndex(term => new { term.UnitId, term.First }).IsUnique();
        table.HasIndex(term => term.ReorganizationId);
        table.HasOne<Unit>().WithMany().HasForeignKey(term => term.ParentId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Person>().WithMany().HasForeignKey(term => term.HeadId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Reorganization>().WithMany().HasForeignKey(term => term.ReorganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class UnitTerms
{
    /// <summary>One of each unit that there was on that day.</summary>
    public static IQueryable<UnitTerm> On(this IQueryable<UnitTerm> terms, DateOnly day) =>
        terms.Where(term => term.First <= day && (term.Last == null || term.Last >= day));

    /// <summary>
    /// The term to write in what holds from that day on: one that begins then. The one running until then ends the day before; what is on
    /// file for later days stays.
    /// </summary>
    public static UnitTerm From(this Unit unit, DateOnly day, ReorganizationId? by = null)
    {
        var running = unit.Terms.Where(term => term.First <= day).MaxBy(term => term.First) ?? throw new ArgumentOutOfRangeException(nameof(day));
        if (running.First == day)
        {
            return running;
        }

        var next = new UnitTerm
        {
            Id = Id.New<UnitTermId>(),
            UnitId = unit.Id,
            ParentId = running.ParentId,
            Name = running.Name,
            Kind = running.Kind,
            HeadId = running.HeadId,
            Order = running.Order,
            IsClosed = running.IsClosed,
            First = day,
            Last = running.Last,
            ReorganizationId = by,
        };
        running.Last = day.AddDays(-1);
        unit.Terms.Add(next);
        return next;
    }

    /// <summary>A unit that there is from that day on.</summary>
    public static Unit Found(UnitTerm term)
    {
        var unit = new Unit { Id = term.UnitId };
        if (term.First > UnitTerm.Beginning)
        {
            unit.Terms.Add(new UnitTerm
            {
                Id = Id.New<UnitTermId>(),
                UnitId = term.UnitId,
                ParentId = term.ParentId,
                Name = term.Name,
                Kind = term.Kind,
                Order = term.Order,
                IsClosed = true,
                First = UnitTerm.Beginning,
                Last = term.First.AddDays(-1),
                ReorganizationId = term.ReorganizationId,
            });
        }

        unit.Terms.Add(term);
        return unit;
    }

    /// <summary>Nothing is put under what is to close: it would hang on a closed unit from then on.</summary>
    public static async Task RefuseClosing(this AppDb db, UnitId? unit, DateOnly day, string field, CancellationToken cancel)
    {
        if (await db.Set<UnitTerm>().AsNoTracking().Where(term => term.UnitId == unit && term.IsClosed && term.First > day).OrderBy(term => term.First).FirstOrDefaultAsync(cancel) is { } end)
        {
            throw Refusal.Faulty([Fault.At(field, "organization.unit-closes", ("name", end.Name), ("day", end.First))]);
        }
    }

    /// <summary>The same head from that day on, also in later terms that still have the one he follows.</summary>
    public static void Lead(this Unit unit, DateOnly day, PersonId? head)
    {
        var term = unit.From(day);
        var before = term.HeadId;
        term.HeadId = head;
        foreach (var later in unit.Terms.Where(later => later.First > day && !later.IsClosed && later.HeadId == before))
        {
            later.HeadId = head;
        }
    }
}
