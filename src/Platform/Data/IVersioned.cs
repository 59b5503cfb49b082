namespace Yingpan.Platform.Data;

/// <summary>
/// A record that several people may edit. <see cref="Version"/> starts at 1, goes up with each save, and is the ETag:
/// whoever saves over a version he has not seen is refused with 412.
/// </summary>
public interface IVersioned
{
    int Version { get; set; }
}

/// <summary>Not in the audit trail: counters, caches, sessions, the trail itself; of a record, what is worked out from other things.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class NotAuditedAttribute : Attribute;

/// <summary>In the audit trail as changed, without its value: password hashes, keys, tokens.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

/// <summary>A change of it may change what somebody may see, so cached callers are thrown away when it is saved.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DecidesAccessAttribute : Attribute;
