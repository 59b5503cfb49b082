using System.Text.Json;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Platform.Audit;

/// <summary>Lines of the trail for what changes no record: somebody looked at what is usually covered.</summary>
public sealed class AuditNotes(AppDb db, CallerContext caller, TimeProvider clock)
{
    /// <summary>Saved with the transaction of the caller. Never the value that was looked at.</summary>
    /// <param name="entity">Table of the record: <c>organization_person</c>.</param>
    public void Add(string entity, string id, string what, string about) => db.Add(AuditTrail.Line(
        caller, clock.GetUtcNow(), entity, id, AuditAction.Noted, JsonSerializer.Serialize(new Dictionary<string, string?[]> { [what] = [null, about] }, JsonTypes.Options)));
}
