namespace Yingpan.Platform.Http;

/// <summary>The answer to a create or an edit: which record, and its version now (also the ETag).</summary>
public sealed record Saved<TId>(TId Id, int Version) : IHasVersion;
