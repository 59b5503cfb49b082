namespace Yingpan.Tests.Api;

/// <summary>A record of the test house, and the texts in it that nobody may read who may not see the record.</summary>
/// <param name="Kind">First part of its routes: <c>customers</c>.</param>
/// <param name="Owner">Login of the person it belongs to; null is nobody's.</param>
/// <param name="Canaries">Texts that occur in this record and nowhere else.</param>
public sealed record SeededRecord(string Kind, string Id, string Name, string? Owner, IReadOnlyList<string> Canaries)
{
    /// <summary>The permission whose reach shows it, where that is not the one of its own list: a customer's file.</summary>
    public string? SeenBy { get; init; }

    /// <summary>Nobody's but its owner's, whatever anybody may; except with the permission <see cref="AlsoWith"/>.</summary>
    public bool IsPrivate { get; init; }

    public string? AlsoWith { get; init; }

    /// <summary>Logins who take part in a private record beside its owner: who decides a request, and who gets a copy of it.</summary>
    public IReadOnlyList<string> Participants { get; init; } = [];
}

/// <summary>
/// The one made-up company of these tests, entered through the same routes a house would use. Who sits where:
/// <code>
/// 试金石公司            gm · finance · hr        (admin and guest are accounts without a person)
/// ├ 华东 east           director-e
/// │ ├ 上海队 team-a     manager-a · rep-a · rep-a2 · assistant-a
/// │ └ 杭州队 team-b     rep-b
/// └ 华北 north          director-n
///   ├ 北京队 team-c     manager-c · rep-c
///   └ 天津队 team-d     rep-d
/// </code>
/// A new module adds one method, called at the end of <see cref="Fill"/>; records are found again by kind and name.
/// </summary>
public sealed class Seed
{
    public const string Password = "correct horse battery";

    private readonly List<SeededRecord> records = [];
    private int canaries;

    /// <summary>Login → role and unit. The unit is a key of <see cref="Tree"/>; null has no person.</summary>
    public static readonly IReadOnlyDictionary<string, (string? Role, string? Unit)> Staff = new Dictionary<string, (string?, string?)>
    {
        ["admin"] = ("admin", null),
        ["guest"] = (null, null),
        ["gm"] = ("general-manager", "company"),
        ["finance"] = ("finance", "company"),
        ["hr"] = ("hr", "company"),
        ["director-e"] = ("director", "east"),
        ["director-n"] = ("director", "north"),
        ["manager-a"] = ("manager", "team-a"),
        ["rep-a"] = ("rep", "team-a"),
        ["rep-a2"] = ("rep", "team-a"),
        ["assistant-a"] = ("assistant", "team-a"),
        ["rep-b"] = ("rep", "team-b"),
        ["manager-c"] = ("manager", "team-c"),
        ["rep-c"] = ("rep", "team-c"),
        ["rep-d"] = ("rep", "team-d"),
    };

    /// <summary>Unit → the one above it, and its name.</summary>
    public static readonly IReadOnlyDictionary<string, (string? Parent, string Name, string Kind)> Tree = new Dictionary<string, (string?, string, string)>
    {
        ["company"] = (null, "试金石公司", "Company"),
        ["east"] = ("company", "华东", "Region"),
        ["north"] = ("company", "华北", "Region"),
        ["team-a"] = ("east", "上海队", "Team"),
        ["team-b"] = ("east", "杭州队", "Team"),
        ["team-c"] = ("north", "北京队", "Team"),
        ["team-d"] = ("north", "天津队", "Team"),
    };

    public IReadOnlyList<SeededRecord> Records => records;

    public Dictionary<string, string> Units { get; } = [];

    public Dictionary<string, string> Positions { get; } = [];

    /// <summary>Login → person.</summary>
    public Dictionary<string, string> People { get; } = [];

    public Dictionary<string, string> Accounts { get; } = [];

    public Dictionary<string, string> Roles { get; } = [];

    public string Record(string kind, string name) =>
        records.Find(record => record.Kind == kind && record.Name == name)?.Id
            ?? throw new KeyNotFoundException($"The test house has no {kind} called {name}; see tests/Api/House/Seed.cs.");

    /// <summary>True when <paramref name="unit"/> is <paramref name="above"/> or below it.</summary>
    public static bool IsUnder(string unit, string above) => unit == above || (Tree[unit].Parent is { } parent && IsUnder(parent, above));

    public async Task Fill(Client admin, Func<string, Task<Client>> signIn)
    {
        await FillOrganization(admin);
        await FillTerritories(admin);
        await FillFields(admin);
        await FillCustomers(admin);
        await FillProducts(admin);
        await FillOrdersAndReceipts(admin);
        await FillGoals(admin);
        await FillCalendar(admin);
        await FillDocuments(admin);
        foreach (var login in new[] { "rep-a", "rep-c" })
        {
            using var rep = await signIn(login);
            await FillWhatIsHisOwn(rep, login);
        }

        await FillApprovals(admin, signIn);
        await FillChannels(admin);
        await FillAttendance(admin, signIn);
        await CollaborationSeed.Fill(this, admin, signIn);
        await FillReorganizations(admin);
        await FillTerritoryDesign(admin, signIn);
        await FillOwnership(admin, signIn);
        await FillNames(admin, signIn);
    }

    /// <summary>A campaign of a manager's that takes names of everybody, a name of two reps each, and a norm and required fields to come.</summary>
    private async Task FillNames(Client admin, Func<string, Task<Client>> signIn)
    {
        var purpose = Canary();
        var campaign = await admin.Post("/api/campaigns", new { name = "种子项目", purpose, first = "2026-07-01", state = "Running", ownerId = People["manager-a"] }, 201);
        Remember("campaigns", campaign.Id, "种子项目", "manager-a", purpose);
        foreach (var login in new[] { "rep-a", "rep-c" })
        {
            using var rep = await signIn(login);
            var (name, head, hobby, phone) = (Canary(), Canary(), Canary(), Digits());
            var listed = await rep.Post("/api/customer-names", new { campaignId = campaign.Id, name, headName = head, hobbies = hobby, phone }, 201);
            Remember("customer-names", listed.Id, $"名录{login}", login, name, head, hobby, phone);
        }

        var policy = await admin.Post("/api/name-policies", new { first = "2028-01-01", required = new[] { "phone" } }, 201);
        Remember("name-policies", policy.Id, "必填项", null);
        var norm = await admin.Post("/api/name-norms", new { first = "2028-01-01", namesFrom = 30, namesTo = 50, recordsFrom = 15, recordsTo = 25 }, 201);
        Remember("name-norms", norm.Id, "定额", null);
    }

    /// <summary>Drafts, a policy to come and a figure; and of two reps, work outside of their territory and a request for leave.</summary>
    private async Task FillTerritoryDesign(Client admin, Func<string, Task<Client>> signIn)
    {
        var (whole, shanghai, beijing) = (Record("territories", "全国"), Record("territories", "上海"), Record("territories", "北京"));
        var division = await admin.Post("/api/territory-divisions", new
        {
            first = "2026-07-01",
            defaultId = whole,
            rules = new[] { new { name = "上海", territoryId = shanghai, priority = 1, regions = new[] { "31" } } },
        }, 201);
        Remember("territory-divisions", division.Id, "草稿", null);
        var policy = await admin.Post("/api/territory-policies", new { act = "Opportunity", first = "2027-01-01", rule = "Block" }, 201);
        Remember("territory-policies", policy.Id, "商机", null);
        var standard = await admin.Post("/api/territory-standards", new
        {
            first = "2028-01-01",
            spanFew = 5,
            spanMany = 12,
            touchedDays = 90,
            changesMost = 2,
            neverMonths = 36,
            classA = "200000.00",
            classB = "50000.00",
            visitsA = 36,
            visitsB = 12,
            visitsC = 4,
            minutesA = 150,
            minutesB = 120,
            minutesC = 90,
        }, 201);
        Remember("territory-standards", standard.Id, "标准", null);
        var source = Canary();
        var figure = await admin.Post("/api/market-figures", new { territoryId = shanghai, year = 2025, unit = "Sets", amount = "400000", target = "50000", source }, 201);
        Remember("market-figures", figure.Id, "上海", null, source);
        var plan = await admin.Post("/api/sizing-plans", new { name = "明年", year = 2027, input = new { outlets = 101, outletsPerPerson = 20 } }, 201);
        Remember("sizing-plans", plan.Id, "明年", null);
        var scenario = await admin.Post("/api/territory-scenarios", new { name = "方案", moves = new[] { new { from = shanghai, to = beijing, area = "31" } } }, 201);
        Remember("territory-scenarios", scenario.Id, "方案", null);
        foreach (var (login, where) in new[] { ("rep-a", beijing), ("rep-c", shanghai) })
        {
            using var rep = await signIn(login);
            var reason = Canary();
            var release = await rep.Post("/api/territory-releases", new { territoryId = where, act = "Customer", reason }, 201);
            Remember("territory-releases", release.Id, $"放行{login}", login, reason);
        }
    }


    /// <summary>A pool that one team only looks into, rules that are to come, and two of one team who argue about a customer.</summary>
    private async Task FillOwnership(Client admin, Func<string, Task<Client>> signIn)
    {
        var pool = await admin.Post("/api/customer-pools", new { name = "种子公海", order = 9, access = new[] { new { unitId = Units["team-d"], mayClaim = true } } }, 201);
        Remember("customer-pools", pool.Id, "种子公海", null);
        var rules = (await admin.Get("/api/ownership-rules", 200)).Items[^1].GetProperty("rules");
        Remember("ownership-rules", (await admin.Post("/api/ownership-rules", new { first = "2027-01-01", rules }, 201)).Id, "明年的规则", null);
        var text = Canary();
        using var manager = await signIn("manager-a");
        var dispute = await manager.Post("/api/customer-disputes", new { customerId = Record("customers", "客户rep-a2"), text }, 201);
        Remember("customer-disputes", dispute.Id, "撞单rep-a2", "rep-a2", text);
    }

    private async Task FillReorganizations(Client admin)
    {
        var (name, reason) = (Canary(), Canary());
        var plan = await admin.Post("/api/reorganizations", new
        {
            name,
            reason,
            day = "2027-01-01",
            steps = new[] { new { kind = "Rename", unitId = Units["team-d"], name = "津门队" } },
        }, 201);
        Remember("reorganizations", plan.Id, "改名", null, name, reason);
    }

    private async Task FillOrganization(Client admin)
    {
        var root = (await admin.Get("/api/units", 200)).Items.Single();
        Units["company"] = root.GetProperty("id").GetString()!;
        foreach (var (key, (parent, name, kind)) in Tree.Where(unit => unit.Value.Parent is not null))
        {
            Units[key] = (await admin.Post("/api/units", new { name, kind, parentId = Units[parent!] }, 201)).Id;
        }

        var grade = await admin.Post("/api/grades", new { name = "见习", order = 0 }, 201);
        Remember("grades", grade.Id, "见习", null);
        foreach (var position in new[] { "主管", "销售代表" })
        {
            Positions[position] = (await admin.Post("/api/positions", new { name = position }, 201)).Id;
        }

        foreach (var (login, (role, unit)) in Staff.Where(one => one.Key != "admin"))
        {
            if (unit is not null)
            {
                var (email, phone, address) = ($"{Canary()}@test.example", Digits(), Canary());
                var position = login.StartsWith("rep", StringComparison.Ordinal) ? "销售代表" : "主管";
                // A person's name is no secret in the house: heads, holders and owners are named to everybody.
                People[login] = (await admin.Post("/api/people", new
                {
                    number = $"P-{login}",
                    name = $"员工{login}",
                    email,
                    phone,
                    hiredOn = "2024-01-01",
                    placement = new { unitId = Units[unit], positionId = Positions[position], first = "2024-01-01" },
                    @private = new { homeAddress = address },
                }, 201)).Id;
                Remember("people", People[login], login, login, email, phone);
                records.Add(new SeededRecord("private-data", People[login], login, login, [address]) { SeenBy = "organization.people-private" });
            }

            Accounts[login] = (await admin.Post("/api/accounts", new
            {
                login,
                password = Password,
                personId = People.GetValueOrDefault(login),
                roles = role is null ? Array.Empty<string>() : [Roles[role]],
            }, 201)).Id;
        }
    }

    private async Task FillTerritories(Client admin)
    {
        string? country = null;
        foreach (var (name, holder) in new[] { ("全国", null), ("上海", "rep-a"), ("北京", (string?)"rep-c") })
        {
            var (canary, number) = (Canary(), Canary());
            var territory = await admin.Post("/api/territories", new { number, name = name + canary, parentId = country }, 201);
            country ??= territory.Id;
            Remember("territories", territory.Id, name, null, canary, number);
            if (holder is not null)
            {
                await admin.Post($"/api/territories/{territory.Id}/holders",
                    new { personId = People[holder], isResponsible = true, first = "2024-01-01" }, 200, seen: 1);
            }
        }
    }

    /// <summary>A sensitive field of customers, and a list that nothing chooses from.</summary>
    private async Task FillFields(Client admin)
    {
        var field = await admin.Post("/api/custom-fields", new { subject = "customer", code = "secret", name = "机密", nameEn = "Secret", kind = "Text", isSensitive = true, isFilter = true }, 201);
        Remember("custom-fields", field.Id, "机密", null);
        var list = await admin.Post("/api/option-lists", new { name = "种子表", items = new[] { new { name = "甲" } } }, 201);
        Remember("option-lists", list.Id, "种子表", null);
    }

    /// <summary>The territory of that owner's customers; null is nobody.</summary>
    public static string PlaceOf(string? owner) => owner is "rep-c" or "rep-d" ? "北京" : "上海";

    private async Task FillCustomers(Client admin)
    {
        foreach (var owner in new[] { "rep-a", "rep-a2", "rep-b", "rep-c", "rep-d", "manager-a", null })
        {
            var canary = Enumerable.Range(0, 6).Select(_ => Canary()).ToArray();
            var (phone, secret) = (Digits(), Canary());
            var name = owner is null ? "公海客户" : $"客户{owner}";
            var customer = await admin.Post("/api/customers", new
            {
                number = canary[0],
                name = $"{name}{canary[1]}",
                ownerId = owner is null ? null : People[owner],
                territoryId = Record("territories", PlaceOf(owner)),
                state = "Active",
                industry = canary[2],
                city = canary[3],
                contactName = canary[4],
                phone,
                remark = canary[5],
                custom = new { secret },
            }, 201);
            Remember("customers", customer.Id, name, owner, [.. canary, phone]);
            records.Add(new SeededRecord("custom-values", customer.Id, name, owner, [secret]) { SeenBy = "customers.sensitive" });
            if (owner is "rep-a" or "rep-c")
            {
                var (who, hobby) = (Canary(), Canary());
                var contact = await admin.Post($"/api/customers/{customer.Id}/contacts", new { name = who, hobbies = hobby, mobile = "13800001234" }, 201);
                Remember("customer-contacts", contact.Id, $"联系人{owner}", owner, who, hobby);
            }
        }
    }

    private async Task FillProducts(Client admin)
    {
        foreach (var name in new[] { "水泵", "阀门" })
        {
            var (number, canary, line) = (Canary(), Canary(), Canary());
            var product = await admin.Post("/api/products", new { number, name = name + canary, line, unit = "台", listPrice = "1000.00" }, 201);
            // Number and name stand in every order line, and are the order's to show.
            Remember("products", product.Id, name, null, line);
        }
    }

    /// <summary>For each who sells: a confirmed order of 2,000.00 on which 500.00 came in, and a draft.</summary>
    private async Task FillOrdersAndReceipts(Client admin)
    {
        foreach (var seller in new[] { "rep-a", "rep-a2", "rep-b", "rep-c", "rep-d", "manager-a" })
        {
            foreach (var name in new[] { $"订单{seller}", $"草稿{seller}" })
            {
                var (number, remark) = (Canary(), Canary());
                var confirm = name.StartsWith("订单", StringComparison.Ordinal);
                var order = await admin.Post("/api/orders", new
                {
                    number,
                    customerId = Record("customers", $"客户{seller}"),
                    salespersonId = People[seller],
                    orderedOn = "2026-07-01",
                    lines = new[] { new { productId = Record("products", "水泵"), quantity = "2", price = "1000" } },
                    remark,
                    confirm,
                }, 201);
                Remember("orders", order.Id, name, seller, number, remark);
                if (confirm)
                {
                    var (receiptNumber, reference) = (Canary(), Canary());
                    var receipt = await admin.Post("/api/receipts", new
                    {
                        number = receiptNumber,
                        orderId = order.Id,
                        receivedOn = "2026-07-10",
                        amount = "500.00",
                        method = "BankTransfer",
                        reference,
                    }, 201);
                    Remember("receipts", receipt.Id, $"回款{seller}", seller, receiptNumber, reference);
                }
            }
        }
    }

    private async Task FillGoals(Client admin)
    {
        foreach (var seller in new[] { "rep-a", "rep-a2", "rep-b", "rep-c", "rep-d" })
        {
            var goal = await admin.Post("/api/goals", new { personId = People[seller], first = "2026-07-01", last = "2026-09-30", amount = "30000.00" }, 201);
            Remember("goals", goal.Id, $"目标{seller}", seller);
        }
    }

    private async Task FillCalendar(Client admin)
    {
        var entry = await admin.Post("/api/calendar-entries", new { kind = "OwnDayOff", first = "2026-08-18", last = "2026-08-18", name = "厂庆" }, 201);
        Remember("calendar-entries", entry.Id, "厂庆", null);
    }

    /// <summary>A rule for everybody and the duties of the reps, both published, so that there is something to read.</summary>
    private async Task FillDocuments(Client admin)
    {
        foreach (var (kind, title, position) in new[] { ("Rule", "考勤制度", null), ("Position", "销售代表岗位职责", (string?)"销售代表") })
        {
            var document = await admin.Post("/api/documents", new
            {
                kind,
                title,
                positionId = position is null ? null : Positions[position],
                draft = new { text = "第一条", writtenOn = "2026-06-01", authorId = People["hr"], unitId = Units["company"] },
            }, 201);
            await admin.Post($"/api/documents/{document.Id}/publish", seen: 1, expect: 200);
            Remember("documents", document.Id, title, null);
        }
    }

    /// <summary>A file at his customer, an import, a saved view: each of one who may, so that the others may not.</summary>
    private async Task FillWhatIsHisOwn(Client rep, string login)
    {
        var (name, text) = (Canary(), Canary());
        var file = await rep.Send(HttpMethod.Post, "/api/files", Form(("entity", "customers_customer"), ("entityId", Record("customers", $"客户{login}")), ("file", $"{name}.txt\n{text}")),
            201, contentType: FormType);
        records.Add(new SeededRecord("files", file.Id, $"文件{login}", login, [name, text]) { SeenBy = "customers.read" });

        var told = Canary();
        var record = await rep.Post($"/api/customers/{Record("customers", $"客户{login}")}/records", new { text = told }, 201);
        Remember("customer-records", record.Id, $"记录{login}", login, told);

        var (importName, heading, cell) = (Canary(), Canary(), Canary());
        var import = await rep.Send(HttpMethod.Post, "/api/imports", Form(("kind", "customers"), ("file", $"{importName}.csv\n客户名称,{heading}\n{cell},x")), 201, contentType: FormType);
        records.Add(new SeededRecord("imports", import.Id, $"导入{login}", login, [importName, heading, cell]) { IsPrivate = true, AlsoWith = "platform.accounts-edit" });

        var view = Canary();
        var saved = await rep.Post("/api/saved-views", new { list = "customers", name = view, query = "state=Active", shared = false }, 201);
        records.Add(new SeededRecord("saved-views", saved.Id, $"视图{login}", login, [view]) { IsPrivate = true });
    }

    /// <summary>
    /// A live table that knows three amounts and a draft; a request of a rep to his manager with a file and a copy, one of another that has
    /// come back, and who acts for whom.
    /// </summary>
    private async Task FillApprovals(Client admin, Func<string, Task<Client>> signIn)
    {
        var matter = (await admin.Post("/api/approval-matters", new { name = "费用", nameEn = "Expense", needsAmount = false, isClosed = false, order = 1 }, 201)).Id;
        Remember("approval-matters", matter, "费用", null);
        var limit = await admin.Post("/api/approval-limits", new { personId = People["finance"], amount = "100000.00" }, 201);
        Remember("approval-limits", limit.Id, "财务额度", null);
        var table = await admin.Post("/api/approval-tables", new
        {
            kind = "general",
            content = new
            {
                rows = new object[]
                {
                    new { name = "小额", amountTo = "1000.00", route = new[] { Station("直接上级", "manager-a") } },
                    new { name = "中额", amountFrom = "1000.00", amountTo = "50000.00", route = new[] { Station("直接上级", "manager-a"), Station("总监", "director-e") } },
                    new { name = "其他", route = new[] { Station("财务", "finance"), Station("总经理", "gm") } },
                },
            },
        }, 201);
        await admin.Post($"/api/approval-tables/{table.Id}/go-live", expect: 200, seen: 1);
        Remember("approval-tables", (await admin.Post("/api/approval-tables", new { kind = "general" }, 201)).Id, "草稿", null);
        foreach (var (login, amount, approver) in new[] { ("rep-a", "500.00", "manager-a"), ("rep-c", (string?)null, "finance") })
        {
            var (title, text, reason, name, content) = (Canary(), Canary(), Canary(), Canary(), Canary());
            using var rep = await signIn(login);
            var request = (await rep.Post("/api/approvals", new { matterId = matter, title, text, amount, copyTo = new[] { People["hr"] } }, 201)).Id;
            var file = await rep.Send(HttpMethod.Post, "/api/files", Form(("entity", "approvals_request"), ("entityId", request), ("file", $"{name}.txt\n{content}")), 201, contentType: FormType);
            using var chief = await signIn(approver);
            await chief.Post($"/api/approvals/{request}/comment", new { text = reason }, 200);
            string[] participants = [approver, "hr"];
            records.Add(new SeededRecord("approvals", request, $"申请{login}", login, [title, text, reason]) { IsPrivate = true, AlsoWith = "approvals.read-all", Participants = participants });
            records.Add(new SeededRecord("files", file.Id, $"申请文件{login}", login, [name, content]) { IsPrivate = true, AlsoWith = "approvals.read-all", Participants = participants });
        }

        await admin.Put("/api/processes/organization.document", new { ownerId = People["finance"] }, 0, 200);
        var change = Canary();
        using var proposes = await signIn("rep-a");
        var proposal = await proposes.Post("/api/process-proposals", new { kind = "organization.document", change, reason = "走查" }, 201);
        records.Add(new SeededRecord("process-proposals", proposal.Id, "流程建议", "rep-a", [change]) { IsPrivate = true, AlsoWith = "approvals.edit-rules", Participants = ["finance"] });

        var remark = Canary();
        using var away = await signIn("director-n");
        var delegation = await away.Post("/api/delegations", new { deputyId = People["manager-c"], first = "2026-08-01", last = "2026-08-14", remark }, 201);
        // Its deputy reads it in his list; changing it is for the principal and for who edits people.
        records.Add(new SeededRecord("delegations", delegation.Id, "代理director-n", "director-n", []) { IsPrivate = true, AlsoWith = "organization.people-edit" });

        object Station(string name, string who) => new { name, finder = "People", people = new[] { People[who] } };
    }

    /// <summary>A robot that is switched off and has no address, so that it can be edited and never speaks.</summary>
    private async Task FillChannels(Client admin)
    {
        var robot = await admin.Post("/api/notification-robots", new { name = "走查机器人", kind = "WeCom", isOn = false, kinds = new[] { "approval-asked" } }, 201);
        Remember("notification-robots", robot.Id, "走查机器人", null);
    }

    /// <summary>Who came today and from where, who will be on leave, and what is to be put right: seen by whoever may read his attendance.</summary>
    private async Task FillAttendance(Client admin, Func<string, Task<Client>> signIn)
    {
        var kind = (await admin.Get("/api/leave-kinds", 200)).Items[0].GetProperty("id").GetString()!;
        Remember("leave-kinds", kind, "年假", null);
        foreach (var login in new[] { "rep-a", "rep-c" })
        {
            var (place, reason, note) = (Canary(), Canary(), Canary());
            using var rep = await signIn(login);
            await rep.Post("/api/attendance/check", new { place }, 200);
            await rep.Post("/api/attendance-corrections", new { day = "2026-07-13", cameAt = "08:50", reason }, 201);
            Remember("attendance", People[login], $"考勤{login}", login, place, reason);
            var leave = await admin.Post("/api/leave-entries", new { personId = People[login], kindId = kind, first = "2026-07-20", last = "2026-07-21", note }, 201);
            Remember("leave-entries", leave.Id, $"请假{login}", login, note);
        }
    }

    public const string FormType = "multipart/form-data; boundary=yingpan";

    /// <summary>A form of fields; the one called "file" is given as its name, a line break, and its content.</summary>
    public static string Form(params (string Name, string Value)[] fields) => string.Concat(fields.Select(field => field.Name == "file"
        ? $"--yingpan\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{field.Value.Split('\n')[0]}\"\r\nContent-Type: text/plain\r\n\r\n{field.Value[(field.Value.IndexOf('\n', StringComparison.Ordinal) + 1)..]}\r\n"
        : $"--yingpan\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n")) + "--yingpan--\r\n";

    internal void Keep(SeededRecord record) => records.Add(record);

    private void Remember(string kind, string id, string name, string? owner, params string[] texts) =>
        records.Add(new SeededRecord(kind, id, name, owner, texts));

    /// <summary>A text that occurs nowhere else: lower-case letters, so that no search or sort changes it.</summary>
    internal string Canary() => $"cnry{++canaries:0000}zq";

    /// <summary>The same for a field that takes only digits.</summary>
    private string Digits() => $"1399{++canaries:0000}777";
}
