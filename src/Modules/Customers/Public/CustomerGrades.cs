using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Public;

/// <summary>How valuable a customer is today. Customers without a grade have no row.</summary>
public sealed record CustomerGradeCard
{
    public required CustomerId CustomerId { get; init; }

    /// <summary>As the house names its bands: A, B …</summary>
    public string? Grade { get; init; }
}

public static class CustomerGradesViews
{
    private static readonly Expression<Func<Customer, IQueryable<GradeOverride>, IQueryable<CustomerGrade>, DateOnly, CustomerGradeCard>> AsGrade = (customer, overrides, computed, today) => new CustomerGradeCard
    {
        CustomerId = customer.Id,
        Grade = overrides.Where(one => one.CustomerId == customer.Id && one.Card == Scorecard.Value && one.First <= today && one.Until >= today)
            .Select(one => one.Grade).FirstOrDefault()
            ?? computed.Where(one => one.CustomerId == customer.Id).Select(one => one.Value).FirstOrDefault(),
    };

    extension(AppDb db)
    {
        /// <summary>Grades by value: one set by hand holds before the computed one until its last day.</summary>
        public IQueryable<CustomerGradeCard> CustomerGrades
        {
            get
            {
                var today = db.Today;
                var overrides = db.Set<GradeOverride>();
                var computed = db.Set<CustomerGrade>();
                return db.Set<Customer>().Select(AsGrade, overrides, computed, today);
            }
        }
    }
}
