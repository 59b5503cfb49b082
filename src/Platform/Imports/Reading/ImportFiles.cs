using Yingpan.Platform.Imports.Data;

namespace Yingpan.Platform.Imports.Reading;

/// <summary>Where uploaded files lie until they are taken in: <c>imports/</c> in the data folder, named by id, never by what the sender called them.</summary>
internal sealed class ImportFiles(DataFolder data)
{
    private string Folder => Path.Combine(data.Path, "imports");

    public string PathOf(ImportId id) => Path.Combine(Folder, $"{id}.file");

    public FileStream Create(ImportId id)
    {
        Directory.CreateDirectory(Folder);
        return new FileStream(PathOf(id), FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true);
    }

    /// <summary>A mark that the import runs, gone with the process that holds it. Throws when another one does.</summary>
    public FileStream Hold(ImportId id)
    {
        Directory.CreateDirectory(Folder);
        return new FileStream(MarkOf(id), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
    }

    /// <summary>True when a process was here that held it, or holds it still.</summary>
    public bool WasHeld(ImportId id) => File.Exists(MarkOf(id));

    private string MarkOf(ImportId id) => Path.Combine(Folder, $"{id}.running");

    public void Delete(ImportId id)
    {
        // Lines from a program have no file, and perhaps not even the folder.
        if (File.Exists(PathOf(id)))
        {
            File.Delete(PathOf(id));
        }
    }

    /// <summary>Files as old as that which no import knows: an upload that broke off.</summary>
    public IEnumerable<(string Path, ImportId? Id)> OlderThan(DateTimeOffset moment) => !Directory.Exists(Folder)
        ? []
        : Directory.EnumerateFiles(Folder).Where(path => File.GetLastWriteTimeUtc(path) < moment.UtcDateTime)
            .Select(path => (path, ImportId.TryParse(Path.GetFileNameWithoutExtension(path), null, out var id) ? id : (ImportId?)null));
}
