using System.Collections.ObjectModel;
using System.Linq.Expressions;

namespace Yingpan.Platform.Data;

/// <summary>
/// Projections that are built once. A lambda written where it is used is built anew for every request, with a look-up of each member it names,
/// which took a third of the time of reading a record. As a static field it is built once; what differs from one call to the next are its further
/// parameters: queries, which are put in where they are named, and values, which the statement gets as parameters (a <c>bool</c> becomes part of it).
/// </summary>
/// <example><code>
/// private static readonly Expression&lt;Func&lt;Order, IQueryable&lt;PersonCard&gt;, OrderRow&gt;&gt; Shape = (order, people) => new OrderRow { … };
/// orders.Select(Shape, db.PersonCards)
/// </code></example>
public static class Shapes
{
    public static IQueryable<TRow> Select<T, TRow, T1>(this IQueryable<T> rows, Expression<Func<T, T1, TRow>> shape, T1 one) =>
        rows.Select(Filled<T, TRow>(shape, Of(one)));

    public static IQueryable<TRow> Select<T, TRow, T1, T2>(this IQueryable<T> rows, Expression<Func<T, T1, T2, TRow>> shape, T1 one, T2 two) =>
        rows.Select(Filled<T, TRow>(shape, Of(one), Of(two)));

    public static IQueryable<TRow> Select<T, TRow, T1, T2, T3>(this IQueryable<T> rows, Expression<Func<T, T1, T2, T3, TRow>> shape, T1 one, T2 two, T3 three) =>
        rows.Select(Filled<T, TRow>(shape, Of(one), Of(two), Of(three)));

    public static IQueryable<TRow> Select<T, TRow, T1, T2, T3, T4>(
        this IQueryable<T> rows, Expression<Func<T, T1, T2, T3, T4, TRow>> shape, T1 one, T2 two, T3 three, T4 four) =>
        rows.Select(Filled<T, TRow>(shape, Of(one), Of(two), Of(three), Of(four)));

    public static IQueryable<TRow> Select<T, TRow, T1, T2, T3, T4, T5>(
        this IQueryable<T> rows, Expression<Func<T, T1, T2, T3, T4, T5, TRow>> shape, T1 one, T2 two, T3 three, T4 four, T5 five) =>
        rows.Select(Filled<T, TRow>(shape, Of(one), Of(two), Of(three), Of(four), Of(five)));

    public static IQueryable<TRow> Select<T, TRow, T1, T2, T3, T4, T5, T6>(
        this IQueryable<T> rows, Expression<Func<T, T1, T2, T3, T4, T5, T6, TRow>> shape, T1 one, T2 two, T3 three, T4 four, T5 five, T6 six) =>
        rows.Select(Filled<T, TRow>(shape, Of(one), Of(two), Of(three), Of(four), Of(five), Of(six)));

    public static IQueryable<TRow> Select<T, TRow, T1, T2, T3, T4, T5, T6, T7>(
        this IQueryable<T> rows, Expression<Func<T, T1, T2, T3, T4, T5, T6, T7, TRow>> shape, T1 one, T2 two, T3 three, T4 four, T5 five, T6 six, T7 seven) =>
        rows.Select(Filled<T, TRow>(shape, Of(one), Of(two), Of(three), Of(four), Of(five), Of(six), Of(seven)));

    private static Expression<Func<T, TRow>> Filled<T, TRow>(LambdaExpression shape, params Expression[] values) =>
        Expression.Lambda<Func<T, TRow>>(new Filling(shape.Parameters, values).Visit(shape.Body), shape.Parameters[0]);

    private static Expression Of<TValue>(TValue value) => value switch
    {
        IQueryable query => query.Expression,
        bool yes => Expression.Constant(yes),
        _ => Expression.Field(Expression.Constant(new Box<TValue>(value)), nameof(Box<>.Value)),
    };

    /// <summary>As a lambda holds what it closes over: what is read from here is a parameter of the statement.</summary>
    private sealed class Box<TValue>(TValue value)
    {
        public readonly TValue Value = value;
    }

    private sealed class Filling(ReadOnlyCollection<ParameterExpression> parameters, Expression[] values) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node)
        {
            var place = parameters.IndexOf(node);
            return place > 0 ? values[place - 1] : node;
        }
    }
}
