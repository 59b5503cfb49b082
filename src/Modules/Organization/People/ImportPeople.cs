using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports;

namespace Yingpan.Organization.People;

/// <summary>
/// People from a file, each with his first placement from the day of hire on. Units and positions must be there already: a typing
/// mistake would otherwise become a department. What a file from here shows covered is no value: such a cell is as good as empty.
/// </summary>
internal sealed class ImportPeople(CustomImport<PersonId> fields) : IImporter
{
    private Dictionary<string, UnitId?>? units;
    private static readonly string[] Hidden = ["identityNumber", "baseSalary", "homeAddress"];

    private Dictionary<string, PositionId> positions = [];
    private Dictionary<string, GradeId> grades = [];

    public string Kind => "people";

    public Permission Permission => OrganizationPermissions.EditPeople;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("number", false, "工号", "员工编号", "人员编号", "employee number", "employee id", "staff no"),
        new("name", true, "姓名", "名字", "员工姓名", "full name", "employee name"),
        new("unitName", true, "部门", "所属部门", "组织", "department", "unit", "team"),
        new("positionName", true, "岗位", "职位", "职务", "position", "job title", "title"),
        new("email", false, "邮箱", "电子邮箱", "邮件", "email", "e-mail", "mail"),
        new("phone", false, "电话", "手机", "手机号", "联系电话", "phone", "mobile"),
        new("hiredOn", true, "入职日", "入职日期", "入职时间", "hired on", "hire date", "start date"),
        new("leftOn", false, "离职日", "离职日期", "left on", "leave date", "end date"),
        new("gradeName", false, "职级", "级别", "grade", "level"),
        new("birthday", false, "生日", "出生日期", "birthday", "date of birth"),
        new("hobbies", false, "爱好", "兴趣爱好", "hobbies"),
        new("strengths", false, "特长", "优势", "strengths"),
        new("skills", false, "技能", "skills"),
        new("careerGoal", false, "职业目标", "职业规划", "career goal"),
        new("identityNumber", false, "身份证号", "身份证号码", "identity number", "id number"),
        new("baseSalary", false, "底薪", "基本工资", "base salary"),
        new("homeAddress", false, "家庭住址", "住址", "home address"),
        .. fields.Columns,
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        // As when adding one by hand: a new person is nobody's subordinate yet, so only who edits everybody may bring one in.
        if (run.Caller.ScopeOf(OrganizationPermissions.EditPeople) != Scope.All)
        {
            throw OrganizationPermissions.EditPeople.Missing();
        }

        await Load(run.Db, cancel);
        var numbers = rows.Select(row => row.Text("number", 40)).OfType<string>().ToList();
        var taken = await run.Db.Set<Person>().Where(person => numbers.Contains(person.Number)).Select(person => person.Number).ToHashSetAsync(cancel);
        var people = rows.Select(row => Read(row, run, taken)).OfType<Draft>().ToList();
        var given = await run.Numbers("people", people.Count(draft => draft.Number is null), run.Db.Set<Person>().Select(person => person.Number), numbers, cancel);
        var next = 0;
        foreach (var draft in people)
        {
            var person = draft.Person(draft.Number ?? given[next++], run.ImportId);
            fields.Create(draft.Row, person, person.Id, draft.Custom!, run);
        }
    }

    /// <summary>Null when the line has faults.</summary>
    private Draft? Read(ImportRow row, ImportRun run, HashSet<string> taken)
    {
        var draft = new Draft
        {
            Row = row,
            Number = row.Text("number", 40),
            Name = row.RequiredText("name", 60),
            Unit = UnitOf(row, run),
            Position = PositionOf(row, run),
            Email = IsCovered(row, "email") ? null : row.Email("email"),
            Phone = IsCovered(row, "phone") ? null : row.Phone("phone"),
            HiredOn = row.Required("hiredOn", row.Day("hiredOn")),
            LeftOn = row.Day("leftOn"),
            Grade = GradeOf(row, run),
            Birthday = IsCovered(row, "birthday") ? null : row.Day("birthday"),
            Hobbies = row.Text("hobbies"),
            Strengths = row.Text("strengths"),
            Skills = row.Text("skills"),
            CareerGoal = row.Text("careerGoal", 500),
            IdentityNumber = IsCovered(row, "identityNumber") ? null : row.Text("identityNumber", 18)?.ToUpperInvariant(),
            BaseSalary = IsCovered(row, "baseSalary") ? null : row.Money("baseSalary"),
            HomeAddress = IsCovered(row, "homeAddress") ? null : row.Text("homeAddress"),
        };
        CheckPrivate(draft, row, run);
        if (draft.Number is { } number)
        {
            if (taken.Contains(number))
            {
                run.Fault(row, "number", "record.number-taken", ("number", number));
            }
            else if (run.SeenBefore("number", number))
            {
                run.Fault(row, "number", "import.repeated", ("value", number));
            }
        }

        if (draft.LeftOn < draft.HiredOn)
        {
            run.Fault(row, "leftOn", "field.period-backwards");
        }

        draft.Custom = fields.Read(row, PersonFields.Facts(draft.Email, draft.Phone, draft.Grade, draft.Birthday, draft.Hobbies, draft.Strengths, draft.Skills, draft.CareerGoal), run);
        return row.HasFaults ? null : draft;
    }

    private static bool IsCovered(ImportRow row, string column) => Rules.Masking.IsMasked(row[column]);

    private static void CheckPrivate(Draft draft, ImportRow row, ImportRun run)
    {
        if (run.Caller.ScopeOf(OrganizationPermissions.PrivateData) != Scope.All)
        {
            foreach (var column in Hidden.Where(column => row.Has(column) && !IsCovered(row, column)))
            {
                run.Fault(row, column, "organization.private-not-yours");
            }
        }

        if (draft.IdentityNumber is { } identity && !Rules.IdentityNumber.IsValid(identity))
        {
            run.Fault(row, "identityNumber", "organization.identity-number");
        }

        if (draft.BaseSalary < Money.Zero)
        {
            run.Fault(row, "baseSalary", "field.negative");
        }

        if (draft.Birthday >= draft.HiredOn)
        {
            run.Fault(row, "birthday", "organization.born-after-hire");
        }
    }

    private GradeId? GradeOf(ImportRow row, ImportRun run)
    {
        if (row.Text("gradeName") is not { } name)
        {
            return null;
        }

        if (grades.TryGetValue(name, out var grade))
        {
            return grade;
        }

        run.Fault(row, "gradeName", "import.not-found", ("value", name));
        return null;
    }

    private UnitId UnitOf(ImportRow row, ImportRun run)
    {
        if (row.Text("unitName") is not { } name)
        {
            return default;
        }

        if (!units!.TryGetValue(Path(name), out var unit))
        {
            run.Fault(row, "unitName", "import.not-found", ("value", name));
        }
        else if (unit is null)
        {
            run.Fault(row, "unitName", "import.ambiguous", ("value", name));
        }

        return unit ?? default;
    }

    private PositionId PositionOf(ImportRow row, ImportRun run)
    {
        if (row.Text("positionName") is not { } name)
        {
            return default;
        }

        if (!positions.TryGetValue(name, out var position))
        {
            run.Fault(row, "positionName", "import.not-found", ("value", name));
        }

        return position;
    }

    /// <summary>Units by name and by each path that ends in them, "Shanghai" and "East/Shanghai"; null where two share it.</summary>
    private async Task Load(AppDb db, CancellationToken cancel)
    {
        if (units is not null)
        {
            return;
        }

        units = new Dictionary<string, UnitId?>(StringComparer.OrdinalIgnoreCase);
        var tree = await db.UnitCards.Where(unit => !unit.IsClosed).ToDictionaryAsync(unit => unit.Id, cancel);
        foreach (var unit in tree.Values)
        {
            var path = "";
            for (UnitCard? node = unit; node is not null; node = node.ParentId is { } parent ? tree[parent] : null)
            {
                path = path.Length == 0 ? node.Name : $"{node.Name}/{path}";
                units[path] = units.ContainsKey(path) ? null : unit.Id;
            }
        }

        grades = (await db.Set<Grade>().AsNoTracking().ToListAsync(cancel))
            .ToDictionary(grade => grade.Name, grade => grade.Id, StringComparer.OrdinalIgnoreCase);
        positions = (await db.Set<Position>().AsNoTracking().ToListAsync(cancel))
            .ToDictionary(position => position.Name, position => position.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>"华东区 / 上海部", "华东区＞上海部", "华东区\上海部": one path.</summary>
    private static string Path(string text) => string.Join('/', text.Split('/', '\\', '>', '＞', '／').Select(part => part.Trim()));

    private sealed record Draft
    {
        public required ImportRow Row { get; init; }

        public required string? Number { get; init; }

        public required string Name { get; init; }

        public required UnitId Unit { get; init; }

        public required PositionId Position { get; init; }

        public required string? Email { get; init; }

        public required string? Phone { get; init; }

        public required DateOnly HiredOn { get; init; }

        public required DateOnly? LeftOn { get; init; }

        public required GradeId? Grade { get; init; }

        public required DateOnly? Birthday { get; init; }

        public required string? Hobbies { get; init; }

        public required string? Strengths { get; init; }

        public required string? Skills { get; init; }

        public required string? CareerGoal { get; init; }

        public required string? IdentityNumber { get; init; }

        public required Money? BaseSalary { get; init; }

        public required string? HomeAddress { get; init; }

        /// <summary>Fields of the house's own.</summary>
        public ImportedFields? Custom { get; set; }

        public Person Person(string number, Guid import)
        {
            var person = new Person
            {
                Id = Id.New<PersonId>(),
                Number = number,
                Name = Name,
                Email = Email,
                Phone = Phone,
                HiredOn = HiredOn,
                LeftOn = LeftOn,
                GradeId = Grade,
                Birthday = Birthday,
                Hobbies = Hobbies,
                Strengths = Strengths,
                Skills = Skills,
                CareerGoal = CareerGoal,
                IdentityNumber = IdentityNumber,
                BaseSalary = BaseSalary,
                HomeAddress = HomeAddress,
                ImportId = import,
            };
            // The placement stays open for one who has left, as it does when he leaves later: what he owned is found under his unit.
            person.Memberships.Add(new Membership
            {
                Id = Id.New<MembershipId>(),
                PersonId = person.Id,
                UnitId = Unit,
                PositionId = Position,
                First = HiredOn,
            });
            return person;
        }
    }
}
