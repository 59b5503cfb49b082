using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Reorganizations;

/// <summary>POST /api/reorganizations: a draft; it may still be wrong, the preview says where.</summary>
internal static class AddReorganization
{
    public static async Task<Created<Saved<ReorganizationId>>> Handle(ReorganizationRequest request, AppDb db, Caller caller, IPeopleNames people, CompanyClock clock, CancellationToken cancel)
    {
        var plan = new Reorganization
        {
            Id = Id.New<ReorganizationId>(),
            Name = "",
            Day = request.Day,
            State = ReorganizationState.Draft,
            Steps = "",
            EditedAt = clock.Now,
            EditedByName = await people.NameOf(caller, cancel),
        };
        request.WriteTo(plan);
        db.Add(plan);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/reorganizations/{plan.Id}", new Saved<ReorganizationId>(plan.Id, plan.Version));
    }
}

/// <summary>PUT /api/reorganizations/{id}: while it is a draft.</summary>
internal static class EditReorganization
{
    public static async Task<Saved<ReorganizationId>> Handle(
        ReorganizationId id, ReorganizationRequest request, IfMatch seen, AppDb db, Caller caller, IPeopleNames people, CompanyClock clock, CancellationToken cancel)
    {
        var plan = await db.Find(id, ReorganizationState.Draft, cancel);
        db.Expect(plan, seen);
        request.WriteTo(plan);
        plan.EditedAt = clock.Now;
        plan.EditedByName = await people.NameOf(caller, cancel);
        await db.SaveChangesAsync(cancel);
        return new Saved<ReorganizationId>(plan.Id, plan.Version);
    }
}

/// <summary>DELETE /api/reorganizations/{id}: a draft; what was applied once stays on file.</summary>
internal static class RemoveReorganization
{
    public static async Task<NoContent> Handle(ReorganizationId id, AppDb db, CancellationToken cancel)
    {
        db.Remove(await db.Find(id, ReorganizationState.Draft, cancel));
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

internal static class ReorganizationLookup
{
    public static async Task<Reorganization> Find(this AppDb db, ReorganizationId id, ReorganizationState state, CancellationToken cancel)
    {
        var plan = await db.Set<Reorganization>().FirstOrDefaultAsync(plan => plan.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        return plan.State == state ? plan : throw Refusal.Conflict($"organization.reorganization-{plan.State.ToString().ToLowerInvariant()}", ("name", plan.Name));
    }
}
