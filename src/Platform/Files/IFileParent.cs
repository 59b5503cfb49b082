using Yingpan.Platform.Access;

namespace Yingpan.Platform.Files;

/// <summary>
/// A file is seen by whoever sees the record it hangs on, now: a record that changes hands takes its files along. Platform asks; the
/// module of the record answers, through the same visibility as its detail page. Names and ids of unknown records are answered false.
/// </summary>
public interface IFileParent
{
    /// <summary>Table of the record: <c>customers_customer</c>.</summary>
    string Entity { get; }

    Task<bool> MaySee(string id, Caller caller, CancellationToken cancel);

    /// <summary>May add and remove its files: in general, who may edit the record.</summary>
    Task<bool> MayAttach(string id, Caller caller, CancellationToken cancel);
}
