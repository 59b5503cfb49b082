using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Platform.CustomFields.Editing;

/// <summary>POST /api/custom-fields: behind the others.</summary>
internal static class AddField
{
    private const int MostOfSubject = 100;

    public sealed record Request : FieldRequest
    {
        public required string Subject { get; init; }

        /// <summary>A letter, then letters and digits; stays as it is.</summary>
        public required string Code { get; init; }

        public override void Check(Check check)
        {
            base.Check(check);
            check.Text("code", Code, 40);
            check.That(Code.Length > 0 && char.IsAsciiLetter(Code[0]) && Code.All(char.IsAsciiLetterOrDigit), "code", "fields.code-form");
        }
    }

    public static async Task<Created<Saved<CustomFieldId>>> Handle(Request request, AppDb db, FieldSubjects subjects, FieldEdits edits, CancellationToken cancel)
    {
        var subject = subjects.Find(request.Subject)
            ?? throw Refusal.Faulty([Fault.At("subject", "field.not-one-of", ("allowed", string.Join(", ", subjects.All.Select(one => one.Code))))]);
        var check = new Check();
        var others = await db.Set<CustomField>().AsNoTracking().Where(field => field.Subject == subject.Code).ToListAsync(cancel);
        check.That(others.TrueForAll(field => !string.Equals(field.Code, request.Code, StringComparison.OrdinalIgnoreCase)), "code", "fields.code-taken");
        check.That(others.Count < MostOfSubject, "subject", "field.too-many", ("max", MostOfSubject));
        await edits.CheckNames(request, subject, null, check, cancel);
        await edits.CheckList(request, check, cancel);
        await edits.CheckRule(request.Required, subject, FieldShape.Prefix + request.Code, request.IsSensitive, check, cancel);
        check.ThrowIfAny();
        var field = new CustomField
        {
            Id = Id.New<CustomFieldId>(),
            Subject = subject.Code,
            Code = request.Code,
            Name = request.Name,
            Kind = request.Kind,
            ListId = request.IsChoice ? request.ListId : null,
            Order = others.Count == 0 ? 0 : others.Max(other => other.Order) + 1,
        };
        request.WriteTo(field);
        db.Add(field);
        await edits.PutRule(request.Required, subject.Code, FieldShape.Prefix + field.Code, cancel);
        await edits.Save(cancel);
        return TypedResults.Created($"/api/custom-fields/{field.Id}", new Saved<CustomFieldId>(field.Id, field.Version));
    }
}

/// <summary>PUT /api/custom-fields/{id}: another kind or list only while no record has a value; its id is then a new one.</summary>
internal static class EditField
{
    public sealed record Request : FieldRequest;

    public static async Task<Saved<CustomFieldId>> Handle(
        CustomFieldId id, Request request, IfMatch seen, AppDb db, FieldSubjects subjects, FieldEdits edits, CancellationToken cancel)
    {
        var field = await edits.Find(id, cancel);
        db.Expect(field, seen);
        var subject = subjects.Of(field.Subject);
        var key = FieldShape.Prefix + field.Code;
        var check = new Check();
        await edits.CheckNames(request, subject, id, check, cancel);
        await edits.CheckList(request, check, cancel);
        await edits.CheckRule(request.Required, subject, key, request.IsSensitive, check, cancel);
        if (request.IsSensitive && !field.IsSensitive)
        {
            await CheckAskedBy(field, subject, key, db, check, cancel);
        }

        check.ThrowIfAny();
        var list = request.IsChoice ? request.ListId : null;
        if (request.Kind != field.Kind || list != field.ListId)
        {
            if (await subject.HasValues(db, id, cancel))
            {
                throw Refusal.Conflict("fields.has-values", ("name", field.Name));
            }

            await edits.RefuseInCondition(field, cancel);
            db.Remove(field);
            field = new CustomField
            {
                Id = Id.New<CustomFieldId>(),
                Subject = field.Subject,
                Code = field.Code,
                Name = request.Name,
                Kind = request.Kind,
                ListId = list,
                Order = field.Order,
                IsRetired = field.IsRetired,
            };
            db.Add(field);
        }

        request.WriteTo(field);
        if (db.Entry(field).State == EntityState.Unchanged || db.Entry(field).State == EntityState.Modified)
        {
            // The rule is a row of its own, but the field is what people look at.
            db.Entry(field).Property(one => one.Version).IsModified = true;
        }

        await edits.PutRule(request.Required, subject.Code, key, cancel);
        await edits.Save(cancel);
        return new Saved<CustomFieldId>(field.Id, field.Version);
    }

    /// <summary>A field that everybody sees must not be required by what not everybody sees.</summary>
    private static async Task CheckAskedBy(CustomField field, FieldSubject subject, string key, AppDb db, Check check, CancellationToken cancel)
    {
        var asking = await db.Set<FieldRule>().AsNoTracking().Where(rule => rule.Subject == subject.Code && rule.WhenField == key).Select(rule => rule.Field).ToListAsync(cancel);
        var open = await db.Set<CustomField>().AsNoTracking().Where(other => other.Subject == field.Subject && !other.IsSensitive).Select(other => FieldShape.Prefix + other.Code).ToListAsync(cancel);
        check.That(!asking.Exists(asked => !asked.StartsWith(FieldShape.Prefix, StringComparison.Ordinal) || open.Contains(asked)), "isSensitive", "fields.condition-hidden");
    }
}

/// <summary>POST /api/custom-fields/{id}/retire and /restore: out of sight with its values, and back with them.</summary>
internal static class RetireField
{
    public static Task<Saved<CustomFieldId>> Retire(CustomFieldId id, IfMatch seen, AppDb db, FieldEdits edits, CancellationToken cancel) =>
        Set(id, true, seen, db, edits, cancel);

    public static Task<Saved<CustomFieldId>> Restore(CustomFieldId id, IfMatch seen, AppDb db, FieldEdits edits, CancellationToken cancel) =>
        Set(id, false, seen, db, edits, cancel);

    private static async Task<Saved<CustomFieldId>> Set(CustomFieldId id, bool isRetired, IfMatch seen, AppDb db, FieldEdits edits, CancellationToken cancel)
    {
        var field = await edits.Find(id, cancel);
        db.Expect(field, seen);
        field.IsRetired = isRetired;
        await edits.Save(cancel);
        return new Saved<CustomFieldId>(field.Id, field.Version);
    }
}

/// <summary>DELETE /api/custom-fields/{id}: while no record has a value; afterwards it can only be retired.</summary>
internal static class RemoveField
{
    public static async Task<NoContent> Handle(CustomFieldId id, AppDb db, FieldSubjects subjects, FieldEdits edits, CancellationToken cancel)
    {
        var field = await edits.Find(id, cancel);
        if (await subjects.Of(field.Subject).HasValues(db, id, cancel))
        {
            throw Refusal.Conflict("fields.has-values", ("name", field.Name));
        }

        await edits.RefuseInCondition(field, cancel);
        db.Remove(field);
        await edits.PutRule(null, field.Subject, FieldShape.Prefix + field.Code, cancel);
        await edits.Save(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>POST /api/custom-fields/order: the fields of a subject as they shall stand; those left out follow as they stood.</summary>
internal static class OrderFields
{
    public sealed record Request : IChecked
    {
        public required string Subject { get; init; }

        public required IReadOnlyList<CustomFieldId> Fields { get; init; }

        public void Check(Check check)
        {
            check.Text("subject", Subject, 40);
            check.That(Fields.Distinct().Count() == Fields.Count, "fields", "field.repeated");
        }
    }

    public static async Task<NoContent> Handle(Request request, AppDb db, FieldEdits edits, CancellationToken cancel)
    {
        var fields = await db.Set<CustomField>().Where(field => field.Subject == request.Subject).ToListAsync(cancel);
        if (request.Fields.Any(id => !fields.Exists(field => field.Id == id)))
        {
            throw Refusal.Faulty([Fault.At("fields", "record.not-found")]);
        }

        var place = request.Fields.Index().ToDictionary(one => one.Item, one => one.Index);
        foreach (var (i, field) in fields.OrderBy(field => place.GetValueOrDefault(field.Id, int.MaxValue)).ThenBy(field => field.Order).Index())
        {
            field.Order = i;
        }

        await edits.Save(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>PUT /api/field-rules: when a field that every house has must be filled. Version 0 is none yet.</summary>
internal static class EditFieldRule
{
    public sealed record Request : IChecked
    {
        public required string Subject { get; init; }

        public required string Field { get; init; }

        public required RuleRequest Required { get; init; }

        public void Check(Check check) => Required.Check(check);
    }

    public static async Task<NoContent> Handle(Request request, IfMatch seen, AppDb db, FieldSubjects subjects, FieldEdits edits, CancellationToken cancel)
    {
        var subject = subjects.Find(request.Subject);
        var check = new Check();
        check.That(subject is not null, "subject", "field.not-valid");
        check.That(subject?.BuiltIn.Any(field => field.Name == request.Field && field.MayBeRequired) == true, "field", "field.not-valid");
        if (subject is not null)
        {
            await edits.CheckRule(request.Required, subject, request.Field, isSensitive: false, check, cancel);
        }

        check.ThrowIfAny();
        var rule = await db.Set<FieldRule>().FirstOrDefaultAsync(rule => rule.Subject == request.Subject && rule.Field == request.Field, cancel);
        if ((rule?.Version ?? 0) != seen.Version)
        {
            throw Refusal.Stale("version.stale");
        }

        await edits.PutRule(request.Required, request.Subject, request.Field, cancel);
        await edits.Save(cancel);
        return TypedResults.NoContent();
    }
}
