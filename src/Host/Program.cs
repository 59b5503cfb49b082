using Yingpan.Host.Commands;

return args.FirstOrDefault() switch
{
    null or "serve" => await Serve.Run([.. args.Skip(1)]),
    "import" => await Import.Run([.. args.Skip(1)]),
    "backup" => await Backup.Run([.. args.Skip(1)]),
    "restore" => await Restore.Run([.. args.Skip(1)]),
    "check" => await Check.Run([.. args.Skip(1)]),
    "demo" => await FillDemo.Run([.. args.Skip(1)]),
    "migrate" => await Migrate.Run([.. args.Skip(1)]),
    var option when option.StartsWith('-') && option is not ("-h" or "--help") => await Serve.Run(args),
    _ => Usage.Show(),
};
