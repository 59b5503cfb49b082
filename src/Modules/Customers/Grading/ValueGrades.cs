using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Grading;

internal static class ValueGrades
{
    /// <summary>By value, of everybody who has a grade: what was set by hand for that day holds before what is computed.</summary>
    public static async Task<Dictionary<CustomerId, string>> ValueGradesOn(this AppDb db, DateOnly day, CancellationToken cancel)
    {
        var grades = await db.Set<CustomerGrade>().AsNoTracking().Where(grade => grade.Value != null).Select(grade => new { grade.CustomerId, Grade = grade.Value! })
            .ToDictionaryAsync(grade => grade.CustomerId, grade => grade.Grade, cancel);
        foreach (var byHand in await db.Set<GradeOverride>().AsNoTracking().Where(one => one.Card == Scorecard.Value && one.First <= day && one.Until >= day).ToListAsync(cancel))
        {
            grades[byHand.CustomerId] = byHand.Grade;
        }

        return grades;
    }
}
