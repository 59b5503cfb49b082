using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Organization.Grades;

internal sealed record GradeRow(GradeId Id, string Name, string? NameEn, int Order, int People, int Version);

internal sealed record GradeRequest : IChecked
{
    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public int Order { get; init; }

    public void Check(Check check)
    {
        check.Text("name", Name, 40);
        check.OptionalText("nameEn", NameEn, 40);
        check.That(Order is >= 0 and <= 1000, "order", "field.range", ("min", 0), ("max", 1000));
    }

    public async Task RefuseTaken(AppDb db, GradeId? self, CancellationToken cancel)
    {
        if (await db.Set<Grade>().AnyAsync(grade => grade.Name == Name.Clean() && grade.Id != self, cancel))
        {
            throw Refusal.Faulty([Fault.At("name", "organization.grade-name-taken", ("name", Name))]);
        }
    }
}

/// <summary>GET /api/grades</summary>
internal static class ListGrades
{
    public sealed record View(IReadOnlyList<GradeRow> Items);

    public static async Task<View> Handle(AppDb db, CancellationToken cancel) =>
        new(await db.Set<Grade>().AsNoTracking().OrderBy(grade => grade.Order).ThenBy(grade => grade.Id)
            .Select(grade => new GradeRow(grade.Id, grade.Name, grade.NameEn, grade.Order, db.Set<Person>().Count(person => person.GradeId == grade.Id), grade.Version))
            .ToListAsync(cancel));
}

/// <summary>POST /api/grades</summary>
internal static class AddGrade
{
    public static async Task<Created<Saved<GradeId>>> Handle(GradeRequest request, AppDb db, CancellationToken cancel)
    {
        await request.RefuseTaken(db, null, cancel);
        var grade = new Grade { Id = Id.New<GradeId>(), Name = request.Name.Clean(), NameEn = request.NameEn.CleanOrNull(), Order = request.Order };
        db.Add(grade);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/grades/{grade.Id}", new Saved<GradeId>(grade.Id, grade.Version));
    }
}

/// <summary>PUT /api/grades/{id}</summary>
internal static class EditGrade
{
    public static async Task<Saved<GradeId>> Handle(GradeId id, GradeRequest request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var grade = await db.Set<Grade>().FirstOrDefaultAsync(grade => grade.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(grade, seen);
        await request.RefuseTaken(db, id, cancel);
        (grade.Name, grade.NameEn, grade.Order) = (request.Name.Clean(), request.NameEn.CleanOrNull(), request.Order);
        await db.SaveChangesAsync(cancel);
        return new Saved<GradeId>(grade.Id, grade.Version);
    }
}

/// <summary>DELETE /api/grades/{id}: only one that nobody has.</summary>
internal static class RemoveGrade
{
    public static async Task<NoContent> Handle(GradeId id, AppDb db, CancellationToken cancel)
    {
        var grade = await db.Set<Grade>().FirstOrDefaultAsync(grade => grade.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        if (await db.Set<Person>().AnyAsync(person => person.GradeId == id, cancel))
        {
            throw Refusal.Conflict("organization.grade-in-use", ("name", grade.Name));
        }

        db.Remove(grade);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
