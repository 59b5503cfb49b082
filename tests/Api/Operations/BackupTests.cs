using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Kernel;
using Yingpan.Platform.Backups;

namespace Yingpan.Tests.Api.Operations;

public sealed class BackupTests
{
    private static readonly string Key = $"Audit:Key={Convert.ToBase64String(new byte[32])}";
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static Task<BackupManifest> Backup(House house, string file) =>
        house.Inside((_, services) => services.GetRequiredService<WriteBackup>().To(file, withKeys: false, CancellationToken.None));

    private static Task<BackupManifest> Restore(House house, string file) =>
        house.Inside((_, services) => services.GetRequiredService<RestoreBackup>().From(file, CancellationToken.None));

    [Theory, Databases]
    public async Task A_backup_of_one_database_is_restored_into_the_other_and_back(Database database)
    {
        await using var from = await House.Open(database, Key);
        await using var to = await House.Open(database == Database.Sqlite ? Database.Postgres : Database.Sqlite, Key);
        using var rep = await from.SignIn("rep-a");
        var file = (await rep.Upload("合同.pdf", Uploads.Pdf, 201)).Id;
        await from.SealAnew();

        var there = Path.Combine(from.DataFolder, "there.zip");
        var back = Path.Combine(from.DataFolder, "back.zip");
        var first = await Backup(from, there);
        first.Rows.ShouldBeGreaterThan(100);
        first.Files.Count.ShouldBe(1 + from.Seed.Records.Count(record => record.Kind == "files"));
        await Restore(to, there);
        (await to.Check()).ShouldBeEmpty();
        using var same = await to.SignIn("rep-a");
        (await same.Get($"/api/files/{file}", 200)).Bytes.ShouldBe(Uploads.Pdf);
        (await same.Get("/api/customers", 200)).Total.ShouldBe((await rep.Get("/api/customers", 200)).Total);

        var second = await Backup(to, back);
        Same(first, second);
        await Restore(from, back);
        (await from.Check()).ShouldBeEmpty();
        Same(first, await Backup(from, Path.Combine(from.DataFolder, "again.zip")));
        // Counters stand behind the restored rows.
        using var admin = await from.SignIn("admin");
        await admin.Post("/api/people", new { name = "新人", hiredOn = "2026-07-01", placement = new { unitId = from.Seed.Units["team-a"], positionId = from.Seed.Positions["主管"], first = "2026-07-01" } }, 201);
    }

    /// <summary>Row for row: the bytes of a table do not depend on the database. The trail and the sessions have gone on meanwhile.</summary>
    private static void Same(BackupManifest first, BackupManifest second)
    {
        string[] moving = ["platform_audit_entry", "platform_audit_head", "platform_session"];
        second.Tables.Where(table => !moving.Contains(table.Name)).ShouldBe(first.Tables.Where(table => !moving.Contains(table.Name)));
    }

    [Theory, Databases]
    public async Task Work_goes_on_during_a_backup_and_the_backup_is_of_one_moment(Database database)
    {
        await using var house = await House.Open(database, Key);
        await house.SealAnew();
        using var rep = await house.SignIn("rep-a");
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                await rep.Post("/api/saved-views", new { list = $"list{i}", name = "n", query = "", shared = false }, 201);
            }
        });
        var file = Path.Combine(house.DataFolder, "b.zip");
        await Backup(house, file);
        await enough.CancelAsync();
        await writing;
        await Restore(house, file);
        (await house.Check()).ShouldBeEmpty();
    }

    [Theory, Databases("cut", "flipped", "shortened", "renamed", "extra", "path", "twice", "other-layout", "nonsense", "no-manifest", "broken-reference", "twice-a-key")]
    public async Task A_broken_or_hostile_backup_changes_nothing(Database database, string damage)
    {
        await using var house = await House.Open(database, Key);
        var file = Path.Combine(house.DataFolder, "b.zip");
        await Backup(house, file);
        using var rep = await house.SignIn("rep-a");
        await rep.Post("/api/saved-views", new { list = "x", name = "after the backup", query = "", shared = false }, 201);
        var before = await house.Snapshot();
        Damage(file, damage);
        var refusal = await Should.ThrowAsync<Refusal>(() => Restore(house, file));
        refusal.Code.ShouldBe(damage == "other-layout" ? "backup.other-version" : "backup.broken");
        (await house.Snapshot()).ShouldBe(before);
        await rep.Get("/api/customers", 200);
    }

    private static void Damage(string file, string damage)
    {
        if (damage is "cut" or "nonsense")
        {
            var bytes = File.ReadAllBytes(file);
            File.WriteAllBytes(file, damage == "cut" ? bytes[..(bytes.Length / 2)] : RandomNumberGenerator.GetBytes(5_000));
            return;
        }

        using var zip = ZipFile.Open(file, ZipArchiveMode.Update);
        var people = Read(zip, "tables/organization_membership.jsonl");
        switch (damage)
        {
            case "flipped":
                Replace(zip, "tables/organization_membership.jsonl", people.Replace("2024-01-01", "2024-01-02", StringComparison.Ordinal));
                break;
            case "shortened":
                Replace(zip, "tables/organization_membership.jsonl", people[..(people.IndexOf('\n', StringComparison.Ordinal) + 1)]);
                break;
            case "renamed":
                Replace(zip, "tables/organization_membershiP.jsonl", people);
                zip.GetEntry("tables/organization_membership.jsonl")!.Delete();
                break;
            case "extra":
                Replace(zip, "more.txt", "x");
                break;
            case "path":
                Replace(zip, "files/../../audit.key", "x");
                break;
            case "twice":
                using (var writer = new StreamWriter(zip.CreateEntry("tables/organization_membership.jsonl").Open()))
                {
                    writer.Write(people);
                }

                break;
            case "no-manifest":
                zip.GetEntry("manifest.json")!.Delete();
                break;
            case "other-layout":
                Manifest(zip, manifest => manifest with { Layout = new string('0', 64) });
                break;
            case "broken-reference":
                // Everything adds up, but the people of the memberships are not there.
                Consistent(zip, "organization_membership", people.Replace("-7", "-8", StringComparison.Ordinal));
                break;
            case "twice-a-key":
                Consistent(zip, "organization_membership", people + people);
                break;
        }
    }

    private static void Consistent(ZipArchive zip, string table, string rows)
    {
        Replace(zip, $"tables/{table}.jsonl", rows);
        var bytes = Encoding.UTF8.GetBytes(rows);
        Manifest(zip, manifest => manifest with
        {
            Tables = [.. manifest.Tables.Select(entry => entry.Name == table
                ? new BackupTableEntry(table, rows.Count(c => c == '\n'), bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)))
                : entry)],
        });
    }

    private static void Manifest(ZipArchive zip, Func<BackupManifest, BackupManifest> change) => Replace(zip, "manifest.json",
        JsonSerializer.Serialize(change(JsonSerializer.Deserialize<BackupManifest>(Read(zip, "manifest.json"), Web)!), Web));

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static void Replace(ZipArchive zip, string name, string content)
    {
        zip.GetEntry(name)?.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
