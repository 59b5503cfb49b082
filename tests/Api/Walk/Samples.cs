using Microsoft.EntityFrameworkCore;

namespace Yingpan.Tests.Api.Walk;

/// <summary>A body that the route accepts from that person. Anything but JSON says its content type.</summary>
internal sealed record Sample(object? Body, string ContentType = "application/json");

/// <summary>
/// What the walk must be told, because it cannot find it out: one line for each route that takes a body, and for each whose
/// parameter is not the id of a record of <see cref="Seed"/>.
/// </summary>
internal static class Samples
{
    /// <summary>Whose the record is goes along with the body and must not be another's than now.</summary>
    public static bool KeepsItsOwner(Route route) => route.ToString() == "PUT /api/customers/{id}";

    /// <summary>The body of a route. <c>me</c> is the person of the caller, or null for an account without one.</summary>
    private static readonly Dictionary<string, Func<House, string?, Sample>> Bodies = new()
    {
        ["PUT /api/company"] = (_, _) => new(new { name = "试金石", nameEn = "Touchstone", timeZone = "Asia/Shanghai", currency = "CNY", fiscalYearStart = 1 }),
        ["POST /api/units"] = (house, _) => new(new { name = "走查队", kind = "Team", parentId = house.Seed.Units["east"] }),
        ["PUT /api/units/{id}"] = (house, _) => new(new { name = "改名队", kind = "Team", parentId = house.Seed.Units["east"] }),
        ["POST /api/reorganizations"] = (house, _) => new(Reorganization(house)),
        ["POST /api/reorganizations/preview"] = (house, _) => new(new { day = "2026-09-01", steps = new[] { new { kind = "Close", unitId = house.Seed.Units["team-d"] } } }),
        ["PUT /api/reorganizations/{id}"] = (house, _) => new(Reorganization(house)),
        ["POST /api/positions"] = (_, _) => new(new { name = "走查岗" }),
        ["PUT /api/positions/{id}"] = (_, _) => new(new { name = "改名岗" }),
        ["POST /api/people"] = (house, _) => new(new { name = "走查员", hiredOn = "2026-07-01", placement = Placement(house) }),
        ["PUT /api/people/{id}"] = (_, _) => new(new { name = "改名员", hiredOn = "2024-01-01" }),
        ["POST /api/people/{id}/placements"] = (house, _) => new(Placement(house)),
        ["POST /api/accounts"] = (house, _) => new(new { login = "walker", password = Seed.Password, roles = new[] { house.Seed.Roles["rep"] } }),
        ["PUT /api/accounts/{id}"] = (house, _) => new(new { roles = new[] { house.Seed.Roles["rep"] }, isDisabled = false }),
        ["POST /api/accounts/{id}/password"] = (_, _) => new(new { password = "another password" }),
        ["POST /api/territories"] = (_, _) => new(new { name = "走查区" }),
        ["PUT /api/territories/{id}"] = (_, _) => new(new { name = "改名区" }),
        ["PUT /api/territories/{id}/holders/{holder}"] = (_, _) => new(new { last = "2026-12-31" }),
        ["POST /api/territories/{id}/holders"] = (house, _) => new(new { personId = house.Seed.People["rep-d"], isResponsible = false, first = "2026-07-01" }),
        ["POST /api/territory-divisions"] = (house, _) => new(Division(house)),
        ["PUT /api/territory-divisions/{id}"] = (house, _) => new(Division(house)),
        ["POST /api/territory-policies"] = (_, _) => new(new { act = "Visit", first = "2027-01-01", rule = "Flag" }),
        ["POST /api/territory-releases"] = (house, _) => new(new { territoryId = house.Seed.Record("territories", "北京"), act = "Visit", reason = "走查" }),
        ["POST /api/territory-releases/{id}/decide"] = (_, _) => new(new { grant = false, comment = "走查" }),
        ["POST /api/territory-standards"] = (_, _) => new(Standard),
        ["POST /api/market-figures"] = (_, _) => new(Figure(2031)),
        ["PUT /api/market-figures/{id}"] = (_, _) => new(Figure(2032)),
        ["POST /api/sizing-plans"] = (_, _) => new(new { name = "走查测算", year = 2031, input = new { outlets = 100, outletsPerPerson = 10 } }),
        ["PUT /api/sizing-plans/{id}"] = (_, _) => new(new { name = "改名测算", year = 2031, input = new { outlets = 100, outletsPerPerson = 10 } }),
        ["POST /api/sizing-plans/calculate"] = (_, _) => new(new { outlets = 100, outletsPerPerson = 10 }),
        ["POST /api/territory-scenarios"] = (house, _) => new(Scenario(house, "走查方案")),
        ["PUT /api/territory-scenarios/{id}"] = (house, _) => new(Scenario(house, "改名方案")),
        ["POST /api/customers"] = (_, me) => new(new { name = "走查客户", state = "Prospect", ownerId = me }),
        ["PUT /api/customers/{id}"] = (_, me) => new(new { name = "改名客户", state = "Prospect", ownerId = me }),
        ["POST /api/custom-fields"] = (_, _) => new(new { subject = "customer", code = "walk", name = "走查字段", kind = "Text" }),
        ["PUT /api/custom-fields/{id}"] = (_, _) => new(new { name = "改名字段", kind = "Text", isSensitive = true }),
        ["POST /api/custom-fields/order"] = (house, _) => new(new { subject = "customer", fields = new[] { house.Seed.Record("custom-fields", "机密") } }),
        ["PUT /api/field-rules"] = (_, _) => new(new { subject = "customer", field = "phone", required = new { need = "Never" } }),
        ["POST /api/option-lists"] = (_, _) => new(new { name = "走查表", items = new[] { new { name = "甲" } } }),
        ["PUT /api/option-lists/{id}"] = (_, _) => new(new { name = "改名表", items = new[] { new { name = "甲" } } }),
        ["PUT /api/customer-identity-policy"] = (_, _) => new(new { name = "Block", similarName = "Reason", phone = "Reason", domain = "Show", address = "Show", similarFrom = "0.86", shownFrom = "0.7", words = Array.Empty<object>() }),
        ["POST /api/customers/{id}/release"] = (_, _) => new(new { reason = "走查" }),
        ["POST /api/customers/{id}/protection-request"] = (_, _) => new(new { until = "2026-08-01", reason = "走查" }),
        ["POST /api/customers/{id}/protection"] = (_, _) => new(new { until = "2026-08-01" }),
        ["PUT /api/customers/{id}/shares"] = (_, _) => new(new { shares = Array.Empty<object>() }),
        ["PUT /api/customers/{id}/exempt"] = (_, _) => new(new { isExempt = true }),
        ["POST /api/customer-transfers"] = (house, _) => new(new { ids = new[] { house.Seed.Record("customers", "客户rep-a2") }, toId = house.Seed.People["rep-a"], reason = "走查" }),
        ["POST /api/customer-pools"] = (_, _) => new(new { name = "走查公海", order = 5, access = new[] { new { positionId = (string?)null, mayClaim = false } } }),
        ["PUT /api/customer-pools/{id}"] = (house, _) => new(new { name = "改名公海", order = 5, access = new[] { new { unitId = house.Seed.Units["team-d"], mayClaim = true } } }),
        ["POST /api/pool-customers/{id}/assign"] = (house, _) => new(new { personId = house.Seed.People["rep-a"] }),
        ["POST /api/ownership-rules"] = (_, _) => new(new { first = "2027-02-01", rules = OwnershipRules }),
        ["POST /api/ownership-rules/preview"] = (_, _) => new(new { day = "2026-08-01", rules = OwnershipRules }),
        ["POST /api/customer-disputes"] = (_, _) => new(new { name = "走查无此公司", text = "走查" }),
        ["POST /api/customer-disputes/{id}/answer"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/customer-disputes/{id}/rule"] = (_, _) => new(new { ruling = "Keep", cause = "no-rule", text = "走查" }),
        ["POST /api/campaigns"] = (house, me) => new(Campaign(house, "走查项目", me)),
        ["PUT /api/campaigns/{id}"] = (house, _) => new(Campaign(house, "改名项目", house.Seed.People["manager-a"])),
        ["POST /api/customer-names"] = (house, me) => new(new { campaignId = house.Seed.Record("campaigns", "种子项目"), name = "走查名录无此单位", ownerId = me ?? house.Seed.People["rep-a"] }),
        ["PUT /api/customer-names/{id}"] = (_, _) => new(new { name = "改名名录无此单位" }),
        ["POST /api/customer-names/{id}/state"] = (_, _) => new(new { state = "Called" }),
        ["POST /api/customer-names/check"] = (house, _) => new(new { campaignId = house.Seed.Record("campaigns", "种子项目"), lines = new[] { new { name = "走查名录" } } }),
        ["POST /api/customer-names/paste"] = (house, _) => new(new { campaignId = house.Seed.Record("campaigns", "种子项目"), text = "单位名称\n走查名录" }),
        ["POST /api/name-policies"] = (_, _) => new(new { first = "2027-01-01", required = new[] { "phone" } }),
        ["POST /api/name-norms"] = (_, _) => new(new { first = "2027-01-01", namesFrom = 30, namesTo = 50, recordsFrom = 15, recordsTo = 25 }),
        ["POST /api/customers/{id}/contacts"] = (_, _) => new(new { name = "走查联系人" }),
        ["PUT /api/customer-contacts/{id}"] = (_, _) => new(new { name = "改名联系人" }),
        ["POST /api/customer-contacts/{id}/reveal"] = (_, _) => new(new { field = "Mobile" }),
        ["PUT /api/customers/{id}/data-card"] = (_, _) => new(new { business = "走查" }),
        ["POST /api/customers/{id}/strategy-cards"] = (_, _) => new(new { needs = "走查" }),
        ["PUT /api/customers/{id}/review-cards"] = (_, _) => new(new { month = "2026-07", trend = "Steady", judgement = "走查" }),
        ["POST /api/customers/{id}/records"] = (_, _) => new(new { text = "走查记录" }),
        ["PUT /api/customer-records/{id}"] = (_, _) => new(new { text = "改过的记录" }),
        ["POST /api/customers/{id}/relations"] = (_, _) => new(new { kindId = Nobody, otherId = Nobody, otherFirst = true }),
        ["POST /api/customer-relation-kinds"] = (_, _) => new(new { name = "走查关系", nameEn = "Walk", reverse = "走查关系", reverseEn = "Walk", order = 9 }),
        ["PUT /api/customer-relation-kinds/{id}"] = (_, _) => new(new { name = "改名关系", nameEn = "Walk", reverse = "改名关系", reverseEn = "Walk", order = 9 }),
        ["PUT /api/customer-file-policies/{first}"] = (_, _) => new(new { weights = new { phone = 10 }, reviewStates = new[] { "Active" }, reviewOwnedOnly = true }),
        ["POST /api/customer-duplicates/dismiss"] = (house, _) => new(new { oneId = house.Seed.Record("customers", "客户rep-a"), otherId = house.Seed.Record("customers", "客户rep-a2"), reason = "走查" }),
        ["POST /api/customers/{id}/merge"] = (house, _) => new(new { mergedId = house.Seed.Record("customers", "客户rep-a"), mergedVersion = 1 }),
        ["POST /api/grading-policies"] = (_, _) => new(new { first = "2027-03-01", spec = Grading }),
        ["PUT /api/grading-policies/{id}"] = (_, _) => new(new { first = "2027-03-02", spec = Grading }),
        ["POST /api/grading-policies/preview"] = (_, _) => new(new { spec = Grading }),
        ["POST /api/customers/{id}/grade-overrides"] = (_, _) => new(new { card = "Value", grade = "B", reason = "走查", until = "2026-12-31" }),
        ["POST /api/customers/{id}/grade-marks"] = (_, _) => new(new { criterion = "intention", points = 50, on = "2026-07-14" }),
        ["POST /api/customer-warnings/{id}/follow-up"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/customer-warnings/{id}/cause"] = (_, _) => new(new { cause = "price" }),
        ["POST /api/customer-warnings/{id}/measure"] = (_, _) => new(new { measure = "visit" }),
        ["POST /api/customer-warnings/{id}/close"] = (_, _) => new(new { result = "FalseAlarm", text = "走查" }),
        ["POST /api/customers/{id}/warnings"] = (_, _) => new(new { signal = "mood", text = "走查" }),
        ["POST /api/warning-policies"] = (_, _) => new(new { first = "2027-03-01", spec = Warnings }),
        ["PUT /api/warning-policies/{id}"] = (_, _) => new(new { first = "2027-03-02", spec = Warnings }),
        ["POST /api/warning-policies/preview"] = (_, _) => new(new { spec = Warnings }),
        ["POST /api/customers/{id}/care-items"] = (_, _) => new(new { kind = "visit", dueOn = "2026-08-03" }),
        ["POST /api/care-items/{id}/done"] = (_, _) => new(new { result = "走查" }),
        ["POST /api/care-items/{id}/skip"] = (_, _) => new(new { reason = "走查" }),
        ["POST /api/care-policies"] = (_, _) => new(new { first = "2027-03-01", spec = Care }),
        ["PUT /api/care-policies/{id}"] = (_, _) => new(new { first = "2027-03-02", spec = Care }),
        ["POST /api/care-policies/preview"] = (_, _) => new(new { spec = Care }),
        ["POST /api/key-accounts"] = (house, me) => new(new { customerId = house.Seed.Record("customers", "客户rep-a"), sponsorId = me ?? house.Seed.People["gm"] }),
        ["POST /api/key-account-policies"] = (_, _) => new(new { first = "2027-03-01", cut = "0.75", cadenceDays = 30 }),
        ["POST /api/customers/{id}/watch"] = (_, _) => new(new { reason = "走查" }),
        ["PUT /api/customers/{id}/credit"] = (_, _) => new(new { rating = "B", reason = "走查" }),
        ["POST /api/customers/{id}/credit-hold"] = (_, _) => new(new { reason = "走查", until = "2026-12-31" }),
        ["POST /api/customers/{id}/credit-release"] = (_, _) => new(new { reason = "走查" }),
        ["POST /api/customers/{id}/credit-requests"] = (_, _) => new(new { wish = "Release", reason = "走查" }),
        ["POST /api/credit-policies"] = (_, _) => new(new { first = "2027-03-01", spec = Credit }),
        ["PUT /api/credit-policies/{id}"] = (_, _) => new(new { first = "2027-03-02", spec = Credit }),
        ["POST /api/products"] = (_, _) => new(new { name = "走查品", unit = "件", listPrice = "1.00" }),
        ["PUT /api/products/{id}"] = (_, _) => new(new { name = "改名品", unit = "件", listPrice = "1.00" }),
        ["POST /api/orders"] = (house, me) => new(Order(house, me)),
        ["PUT /api/orders/{id}"] = (house, me) => new(Order(house, me)),
        ["POST /api/orders/{id}/cancel"] = (_, _) => new(new { reason = "走查" }),
        ["POST /api/receipts"] = (house, _) => new(new { orderId = house.Seed.Record("orders", "订单rep-a"), receivedOn = "2026-07-12", amount = "1.00", method = "Cash" }),
        ["PUT /api/receipts/{id}"] = (_, _) => new(new { receivedOn = "2026-07-12", amount = "2.00", method = "Cash" }),
        ["POST /api/goals"] = (house, me) => new(new { personId = me ?? house.Seed.People["rep-a"], first = "2030-01-01", last = "2030-03-31", amount = "1.00" }),
        ["PUT /api/goals/{id}"] = (_, _) => new(new { first = "2026-07-01", last = "2026-09-30", amount = "2.00" }),
        ["POST /api/roles"] = (_, _) => new(new { code = "walker", name = "走查", nameEn = "Walker", grants = Grants }),
        ["PUT /api/roles/{id}"] = (_, _) => new(new { name = "走查", nameEn = "Walker", grants = Grants }),
        ["POST /api/files"] = (_, _) => new(Seed.Form(("file", "note.txt\nwords")), Seed.FormType),
        ["POST /api/imports"] = (_, _) => new(Seed.Form(("kind", "customers"), ("file", "c.csv\n客户名称\n走查")), Seed.FormType),
        ["PUT /api/imports/{id}/mapping"] = (_, _) => new(new { mapping = new Dictionary<string, string> { ["name"] = "客户名称" } }),
        ["POST /api/imports/{id}/apply"] = (_, _) => new(new { mode = "AllOrNothing" }),
        ["POST /api/import-templates"] = (_, _) => new(new { kind = "customers", name = "走查", mapping = new Dictionary<string, string> { ["name"] = "客户名称" } }),
        ["POST /api/saved-views"] = (_, _) => new(new { list = "customers", name = "走查", query = "", shared = false }),
        ["PUT /api/profile"] = (_, _) => new(new { email = "walker@test.example", language = "zh" }),
        ["POST /api/profile/password"] = (_, _) => new(new { current = Seed.Password, next = "another password" }),
        ["POST /api/profile/two-factor"] = (_, _) => new(new { code = "000000" }),
        ["POST /api/profile/two-factor/disable"] = (_, _) => new(new { password = Seed.Password }),
        ["POST /api/profile/passkeys"] = (_, _) => new(new { name = "key", credentialJson = "{}" }),
        ["POST /api/profile/tokens"] = (_, _) => new(new { name = "token", expiresOn = "2026-08-01" }),
        ["POST /api/session"] = (_, _) => new(new { login = "nobody", password = "wrong" }),
        ["POST /api/calendar-entries"] = (_, _) => new(new { kind = "OwnDayOff", first = "2026-12-31", last = "2026-12-31", name = "走查日" }),
        ["PUT /api/calendar-entries/{id}"] = (_, _) => new(new { kind = "OwnDayOff", first = "2026-08-19", last = "2026-08-19", name = "改名日" }),
        ["PUT /api/people/{id}/private"] = (_, _) => new(new { homeAddress = "走查路" }),
        ["POST /api/people/{id}/reveal"] = (_, _) => new(new { field = "Phone" }),
        ["POST /api/grades"] = (_, _) => new(new { name = "走查级" }),
        ["PUT /api/grades/{id}"] = (_, _) => new(new { name = "改名级" }),
        ["POST /api/stage-rules"] = (_, _) => new(new { first = "2026-12-01", survivalMonths = 3, growthMonths = 9 }),
        ["POST /api/documents"] = (_, _) => new(new { kind = "Rule", title = "走查制度", draft = Draft }),
        ["PUT /api/documents/{id}"] = (_, _) => new(new { title = "改名制度", draft = Draft }),
        ["POST /api/documents/{id}/acknowledge"] = (_, _) => new(new { edition = 1 }),
        ["PUT /api/documents/{id}/review-plan"] = (house, _) => new(new { reviewOn = "2026-12-01", responsibleId = house.Seed.People["director-e"] }),
        ["POST /api/document-policies"] = (_, _) => new(new { first = "2027-02-01", remindAfter = 3, remindEvery = 7, reviewAhead = 14 }),
        ["PUT /api/processes/{kind}"] = (house, _) => new(new { ownerId = house.Seed.People["director-e"] }),
        ["POST /api/process-proposals"] = (_, _) => new(new { kind = "general", change = "走查改动", reason = "走查" }),
        ["POST /api/process-proposals/{id}/decide"] = (_, _) => new(new { accept = true, answer = "走查" }),
        ["POST /api/documents/{id}/reviews"] = (_, _) => new(new { heldOn = "2026-07-01", verdict = "Keep", finding = "走查" }),
        ["PUT /api/notification-settings"] = (_, _) => new(Notifications.Telling.Settings()),
        ["PUT /api/profile/notifications"] = (_, _) => new(new { digest = "Daily", dailyAt = "09:00" }),
        ["PUT /api/mail-server"] = (_, _) => new(new { isOn = false, host = "127.0.0.1", port = 1, security = "Tls", senderAddress = "yingpan@touchstone.example" }),
        ["POST /api/mail-server/test"] = (_, _) => new(new { to = "nobody@touchstone.example" }),
        ["POST /api/notification-robots"] = (_, _) => new(Robot("走查群")),
        ["PUT /api/notification-robots/{id}"] = (_, _) => new(Robot("改名群")),
        ["POST /api/attendance/check"] = (_, _) => new(new { place = "走查处" }),
        ["POST /api/attendance-corrections"] = (_, _) => new(new { day = "2026-07-14", cameAt = "08:50", reason = "走查" }),
        ["POST /api/attendance-corrections/{id}/decide"] = (_, _) => new(new { grant = true }),
        ["POST /api/leave-applications"] = (house, _) => new(new { kindId = house.Seed.Record("leave-kinds", "年假"), first = "2026-09-01", last = "2026-09-02", reason = "走查" }),
        ["PUT /api/leave-applications/{id}"] = (house, _) => new(new { kindId = house.Seed.Record("leave-kinds", "年假"), first = "2026-09-01", last = "2026-09-02", reason = "走查" }),
        ["PUT /api/number-sequences/{name}"] = (_, _) => new(new { prefix = "C-", width = 6 }),
        ["POST /api/leave-kinds"] = (_, _) => new(new { name = "走查假", nameEn = "Walk", isPaid = true, order = 9 }),
        ["PUT /api/leave-kinds/{id}"] = (_, _) => new(new { name = "改名假", nameEn = "Walk", isPaid = true, order = 9 }),
        ["POST /api/leave-entries"] = (house, me) => new(Leave(house, me)),
        ["PUT /api/leave-entries/{id}"] = (house, me) => new(Leave(house, me)),
        ["POST /api/work-hours"] = (_, _) => new(new { first = "2026-12-01", start = "08:30", noonFrom = "12:00", noonTo = "13:00", end = "17:30" }),
        ["POST /api/attendance-months/close"] = (_, _) => new(new { month = "2026-05" }),
        ["POST /api/attendance-months/reopen"] = (_, _) => new(new { month = "2026-04", reason = "走查" }),
        ["POST /api/session/passkey"] = (_, _) => new(new { credentialJson = "{}" }),
        ["POST /api/approvals"] = (house, _) => new(General(house)),
        ["POST /api/approvals/preview"] = (house, _) => new(General(house)),
        ["POST /api/leave-applications/{id}/end"] = (_, _) => new(new { backOn = "2026-09-01" }),
        ["POST /api/approvals/{id}/resubmit"] = (house, _) => new(General(house)),
        ["POST /api/approvals/{id}/approve"] = (_, _) => new(new { round = 1 }),
        ["POST /api/approvals/{id}/refuse"] = (_, _) => new(new { round = 1, comment = "走查" }),
        ["POST /api/approvals/{id}/return"] = (_, _) => new(new { round = 1, comment = "走查" }),
        ["POST /api/approvals/{id}/add"] = (house, _) => new(new { round = 1, personId = house.Seed.People["rep-d"], where = "Beside" }),
        ["POST /api/approvals/{id}/hand-on"] = (house, _) => new(new { round = 1, personId = house.Seed.People["rep-d"] }),
        ["POST /api/approvals/{id}/comment"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/approvals/decide"] = (house, _) => new(new { items = new[] { new { id = house.Seed.Record("approvals", "申请rep-c"), round = 1 } }, approve = true }),
        ["POST /api/approval-matters"] = (_, _) => new(new { name = "走查事", nameEn = "Walk", needsAmount = false, isClosed = false, order = 9 }),
        ["PUT /api/approval-matters/{id}"] = (_, _) => new(new { name = "改名事", nameEn = "Walk", needsAmount = false, isClosed = false, order = 9 }),
        ["POST /api/approval-tables"] = (house, _) => new(new { kind = "general", content = Table(house) }),
        ["POST /api/approval-tables/try"] = (house, _) => new(new { kind = "general", content = Table(house), example = new { applicantId = house.Seed.People["rep-a"] } }),
        ["PUT /api/approval-tables/{id}"] = (house, _) => new(Table(house)),
        ["POST /api/approval-limits"] = (house, _) => new(new { positionId = house.Seed.Positions["主管"], amount = "1.00" }),
        ["PUT /api/approval-limits/{id}"] = (_, _) => new(new { amount = "2.00" }),
        ["POST /api/people/{id}/hand-over"] = (_, _) => new(new { lastDay = "2026-08-31", lines = Array.Empty<object>() }),
        ["POST /api/notices"] = (house, _) => new(Notice(house)),
        ["PUT /api/notices/{id}"] = (house, _) => new(Notice(house)),
        ["POST /api/notices/audience"] = (house, _) => new(new { to = new[] { new { unitId = house.Seed.Units["team-a"] } } }),
        ["POST /api/notices/{id}/withdraw"] = (_, _) => new(new { reason = "走查" }),
        ["POST /api/concerns"] = (_, _) => new(new { kind = "Report", title = "走查情况", text = "走查" }),
        ["POST /api/concerns/{id}/answer"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/concerns/{id}/pass-on"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/concerns/{id}/say"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/tasks"] = (house, me) => new(WorkTask(house, me)),
        ["PUT /api/tasks/{id}"] = (house, _) => new(WorkTask(house, null)),
        ["POST /api/tasks/{id}/finish"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/tasks/{id}/accept"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/tasks/{id}/send-back"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/tasks/{id}/cancel"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/tasks/{id}/reopen"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/tasks/{id}/comment"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/tasks/finish"] = (house, _) => new(new { ids = new[] { house.Seed.Record("tasks", "任务rep-c") } }),
        ["POST /api/task-series"] = (house, me) => new(Series(house, me)),
        ["PUT /api/task-series/{id}"] = (house, _) => new(Series(house, null)),
        ["POST /api/collaboration-policies"] = (_, _) => new(new { first = "2027-02-01", remindBefore = 1, remindEvery = 1, escalateAfter = 3, meetingsAhead = 14 }),
        ["POST /api/issues"] = (house, _) => new(new { title = "走查事项", text = "走查", toUnitId = house.Seed.Units["team-d"], wantedBy = "2026-07-31" }),
        ["POST /api/issues/{id}/propose"] = (_, _) => new(new { day = "2026-07-31" }),
        ["POST /api/issues/{id}/owner"] = (house, _) => new(new { personId = house.Seed.People["rep-c"] }),
        ["POST /api/issues/{id}/finish"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/issues/{id}/send-back"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/issues/{id}/withdraw"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/issues/{id}/comment"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/meetings"] = (house, me) => new(Meeting(house, me)),
        ["PUT /api/meetings/{id}"] = (house, _) => new(Meeting(house, null)),
        ["POST /api/meetings/{id}/cancel"] = (_, _) => new(new { reason = "走查" }),
        ["POST /api/meetings/{id}/agenda"] = (_, _) => new(new { title = "走查" }),
        ["POST /api/meetings/{id}/agenda/remove"] = (_, _) => new(new { line = 1 }),
        ["POST /api/meetings/{id}/agenda/order"] = (_, _) => new(new { lines = new[] { 1 } }),
        ["PUT /api/meetings/{id}/minutes"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/meetings/{id}/decisions"] = (_, _) => new(new { text = "走查" }),
        ["PUT /api/meetings/{id}/attendance"] = (house, _) => new(new { items = new[] { new { personId = house.Seed.People["rep-a"], attendance = "Present" } } }),
        ["POST /api/meetings/{id}/excuse"] = (_, _) => new(new { reason = "走查" }),
        ["POST /api/meeting-series"] = (house, me) => new(MeetingSeries(house, me)),
        ["PUT /api/meeting-series/{id}"] = (house, _) => new(MeetingSeries(house, null)),
        ["POST /api/feedback"] = (house, _) => new(Feedback(house)),
        ["POST /api/feedback/{id}/say"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/feedback/{id}/answer"] = (_, _) => new(new { text = "走查" }),
        ["POST /api/anonymous-feedback"] = (house, _) => new(Feedback(house)),
        ["POST /api/anonymous-feedback/read"] = (_, _) => new(new { code = "AAAA-AAAA-AAAA-AAAA" }),
        ["POST /api/anonymous-feedback/say"] = (_, _) => new(new { code = "AAAA-AAAA-AAAA-AAAA", text = "走查" }),
        ["POST /api/feedback-categories"] = (_, _) => new(new { name = "走查类", nameEn = "Walk", order = 9 }),
        ["PUT /api/feedback-categories/{id}"] = (_, _) => new(new { name = "改名类", nameEn = "Walk", order = 9 }),
        ["POST /api/delegations"] = (house, _) => new(Delegation(house)),
        ["PUT /api/delegations/{id}"] = (house, _) => new(Delegation(house)),
    };

    private static object Warnings => new
    {
        indicators = new[] { new { indicator = "contact-gap", isOn = true, threshold = 90 } },
        dueDays = 5,
        urgentGrades = new[] { "A" },
        escalateDays = 3,
        quietDays = 60,
        causes = new[] { Word("price") },
        measures = new[] { Word("visit") },
        ownSignals = new[] { Word("mood") },
    };

    private static object Care => new
    {
        kinds = new[] { Word("visit") },
        lines = new[] { new { code = "visit", kind = "visit", trigger = "Interval", every = 30, span = "Day" } },
        next = new[] { new { signal = "CareDue", days = 1, script = "走查", scriptEn = "Walk" } },
    };

    private static object Credit => new { nearFrom = "0.8", ratings = new[] { new { code = "B", name = "走查", nameEn = "Walk", limit = "1.00", termDays = 30, over = "Block" } } };

    private static object Word(string code) => new { code, name = code, nameEn = code };

    private static object Grading => new
    {
        months = 12,
        paymentDays = 30,
        rfm = new { method = "Quantile" },
        cards = new[]
        {
            new
            {
                card = "Value",
                margin = 5,
                days = 14,
                known = 50,
                bands = new[] { new { grade = "A", from = 50 }, new { grade = "B", from = 0 } },
                criteria = new[] { new { code = "orders", name = "次数", measure = "Orders", weight = 1, steps = new[] { new { from = 1, points = 100 } } } },
            },
        },
    };

    /// <summary>Routes whose first parameter is no record of the seed, and what stands there instead.</summary>
    private static readonly Dictionary<string, Func<House, string>> Ids = new()
    {
        ["/api/units"] = house => house.Seed.Units["team-b"],
        ["/api/positions"] = house => house.Seed.Positions["主管"],
        ["/api/accounts"] = house => house.Seed.Accounts["guest"],
        ["/api/roles"] = house => house.Seed.Roles["hr"],
        ["/api/import-kinds"] = _ => "customers",
        ["/api/colleagues"] = house => house.Seed.People["rep-c"],
        // Of people who do not walk: nobody else finds them.
        ["/api/profile"] = SessionOfAnother,
        ["/api/notifications"] = house => FoundId(house, "SELECT id AS \"Value\" FROM platform_notification WHERE account_id = (SELECT id FROM platform_account WHERE user_name = 'manager-c')"),
        // Opened by figures or a report; their own tests tell who sees which.
        ["/api/customer-warnings"] = _ => Guid.Empty.ToString(),
        ["/api/care-items"] = _ => Guid.Empty.ToString(),
        ["/api/care-policies"] = _ => Guid.Empty.ToString(),
        ["/api/key-accounts"] = _ => Guid.Empty.ToString(),
        ["/api/warning-policies"] = _ => Guid.Empty.ToString(),
        ["/api/credit-policies"] = _ => Guid.Empty.ToString(),
        ["/api/credit-requests"] = _ => Guid.Empty.ToString(),
        ["/api/grading-policies"] = _ => Guid.Empty.ToString(),
        ["/api/grade-overrides"] = _ => Guid.Empty.ToString(),
        // A year the house has already: refused for what it is, to those who may.
        ["/api/work-calendar"] = _ => "2026",
        // Of the house's own making at its first minute.
        ["/api/stage-rules"] = house => FoundId(house, "SELECT id AS \"Value\" FROM organization_stage_rule"),
        // Nobody has proposed anything, and no policy is to come; these have their own tests.
        ["/api/processes"] = _ => "organization.document",
        ["/api/document-policies"] = _ => Guid.Empty.ToString(),
        ["/api/work-hours"] = house => FoundId(house, "SELECT id AS \"Value\" FROM organization_work_hours"),
        ["/api/customer-relation-kinds"] = house => FoundId(house, "SELECT id AS \"Value\" FROM customers_relation_kind"),
        ["/api/deliveries"] = _ => Guid.Empty.ToString(),
        // Who decides is found in the chart and by a permission; that has its own test.
        ["/api/attendance-corrections"] = _ => Guid.Empty.ToString(),
        ["/api/leave-applications"] = _ => Guid.Empty.ToString(),
        ["/api/number-sequences"] = _ => "customers",
        // None was merged, and none is related to another.
        ["/api/customer-merges"] = _ => Guid.Empty.ToString(),
        ["/api/customer-relations"] = _ => Guid.Empty.ToString(),
        ["/api/customer-file-policies"] = _ => "2026-09",
        ["/api/key-account-policies"] = _ => "2027-03-02",
        ["/api/territory-outside"] = _ => Guid.Empty.ToString(),
        ["/api/recycling-runs"] = _ => Guid.Empty.ToString(),
        // Open to one team only, in which nobody walks; that has its own test.
        ["/api/pool-customers"] = _ => Guid.Empty.ToString(),
        ["/api/import-templates"] = _ => "01900000-0000-7000-8000-000000000000",
    };

    /// <summary>The query a reading route needs beyond its defaults.</summary>
    private static readonly Dictionary<string, string> Queries = new()
    {
        ["GET /api/leave-applications/deputy"] = "first=2026-09-01&last=2026-09-02",
        ["GET /api/board"] = "from=2026-07-01&to=2026-09-30&by=Person",
        ["GET /api/people/{id}/belongings/items"] = "kind=customers",
        ["GET /api/reorganizations/following"] = "person=01900000-0000-7000-8000-000000000000&kind=customers&day=2026-09-01",
        ["GET /api/pareto"] = "from=2026-01-01&to=2026-12-31",
        ["GET /api/care-calendar"] = "from=2026-07-01&to=2026-07-31",
        ["GET /api/care-satisfaction"] = "from=2026-07-01&to=2026-07-31",
        ["GET /api/care-costs"] = "from=2026-07-01&to=2026-07-31",
        ["GET /api/customer-warning-figures"] = "from=2026-07-01&to=2026-07-31",
        ["GET /api/board/months"] = "from=2026-07-01&to=2026-09-30",
        ["GET /api/customers/{id}/merge-preview"] = "with=01900000-0000-7000-8000-000000000000",
        ["GET /api/customers/{id}/month-figures"] = "month=2026-07",
        ["GET /api/search"] = "q=cnry",
        ["GET /api/approvals"] = "box=All",
        ["GET /api/approvals/export"] = "box=All",
        ["GET /api/meeting-attendance"] = "from=2026-07-01&to=2026-07-31",
        ["GET /api/meetings"] = "box=All",
        ["GET /api/feedback-figures"] = "from=2026-07-01&to=2026-07-31",
        ["GET /api/customer-dispute-figures"] = "from=2026-07-01&to=2026-07-31",
        ["GET /api/issue-figures"] = "from=2026-07-01&to=2026-07-31",
        ["GET /api/issues"] = "box=All",
        ["GET /api/tasks"] = "box=All",
        ["GET /api/tasks/export"] = "box=All",
        ["GET /api/notices"] = "box=All",
        ["GET /api/concerns"] = "box=All",
        ["GET /api/approval-times"] = "from=2026-07-01&to=2026-07-31",
        ["GET /api/saved-views"] = "list=customers",
        ["GET /api/files"] = "entity=customers_customer&entityId=01900000-0000-7000-8000-000000000000",
    };

    /// <summary>Refused by its own rule with the sample, even for those who may: says which status stands for "was let in".</summary>
    public static readonly IReadOnlyDictionary<string, int> LetInWith = new Dictionary<string, int>
    {
        ["POST /api/profile/two-factor"] = 400,
        ["POST /api/profile/passkeys"] = 400,
        ["DELETE /api/profile/passkeys/{id}"] = 404,
        ["DELETE /api/profile/sessions/{id}"] = 404,
        ["DELETE /api/profile/tokens/{id}"] = 404,
        ["PUT /api/territories/{id}/holders/{holder}"] = 404,
        ["DELETE /api/territories/{id}/holders/{holder}"] = 404,
        ["POST /api/notifications/{id}/read"] = 404,
        ["DELETE /api/import-templates/{id}"] = 404,
        ["POST /api/anonymous-feedback/read"] = 404,
        ["POST /api/anonymous-feedback/say"] = 404,
        ["GET /api/customers/{id}/merge-preview"] = 404,
        ["POST /api/customer-merges/{id}/undo"] = 404,
        ["DELETE /api/customer-relations/{id}"] = 404,
        ["DELETE /api/customers/{id}/watch"] = 404,
        ["DELETE /api/customer-file-policies/{first}"] = 404,
        ["DELETE /api/key-account-policies/{first}"] = 404,
        ["POST /api/customers/{id}/relations"] = 400,
        // No rule says who decides, and nobody has asked yet.
        ["POST /api/leave-applications"] = 409,
        ["PUT /api/leave-applications/{id}"] = 404,
        ["POST /api/leave-applications/{id}/withdraw"] = 404,
        ["POST /api/leave-applications/{id}/end"] = 404,
        ["POST /api/territory-outside/{id}/seen"] = 404,
        ["POST /api/attendance-corrections/{id}/decide"] = 404,
        ["POST /api/attendance-corrections/{id}/withdraw"] = 404,
        ["DELETE /api/document-policies/{id}"] = 404,
        ["POST /api/deliveries/{id}/retry"] = 404,
        ["GET /api/recycling-runs/{id}/customers"] = 404,
        ["POST /api/pool-customers/{id}/look"] = 404,
        ["POST /api/pool-customers/{id}/claim"] = 404,
        ["POST /api/pool-customers/{id}/assign"] = 404,
        // Nothing is to be asked about them, or was.
        ["POST /api/orders/{id}/submit"] = 409,
        ["POST /api/orders/{id}/withdraw"] = 409,
        // It is a draft.
        ["POST /api/reorganizations/{id}/withdraw"] = 409,
        // The one file asked for by the sample query hangs on nothing.
        ["GET /api/files"] = 404,
    };

    /// <summary>What a route asks for beyond the permission it names, because the record decides it; and how it says no.</summary>
    public static readonly IReadOnlyDictionary<string, (string Permission, int Refused)> Further = new Dictionary<string, (string, int)>
    {
        ["DELETE /api/files/{id}"] = ("customers.edit", 403),
        ["POST /api/imports"] = ("customers.import", 403),
        ["POST /api/import-templates"] = ("customers.import", 403),
        ["PUT /api/people/{id}/private"] = ("organization.people-edit", 403),
        ["POST /api/documents/{id}/reviews"] = ("organization.documents-review", 403),
        ["GET /api/import-kinds/{kind}/template"] = ("customers.import", 404),
    };

    /// <summary>Records of which somebody may do this only in that state, so that the walk must not take just any.</summary>
    public static bool Fits(Route route, SeededRecord record) => route.ToString() switch
    {
        "POST /api/orders/{id}/cancel" or "GET /api/orders/{id}/collected" => record.Name.StartsWith("订单", StringComparison.Ordinal),
        // Two argue about that one, so that it stays where it is for what comes after.
        "POST /api/customers/{id}/release" => record.Name == "客户rep-a2",
        // Whether somebody may take a file away is asked of the record it hangs on; that of requests has its own test.
        "DELETE /api/files/{id}" => record.Name.StartsWith("文件", StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>End the caller's own session or password, so they come last.</summary>
    public static bool ComesLast(Route route) => route.ToString() is "DELETE /api/session" or "POST /api/profile/password";

    public static string Query(Route route) => Queries.GetValueOrDefault(route.ToString(), "");

    public static Sample? Body(Route route, House house, string? me) =>
        route.TakesBody
            ? Bodies.TryGetValue(route.ToString(), out var sample)
                ? sample(house, me)
                : throw Unknown(route, $"takes a body: add a line [\"{route}\"] to Bodies")
            : null;

    /// <summary>The ids the route can be tried with.</summary>
    public static IReadOnlyList<SeededRecord> Records(Route route, House house)
    {
        var records = house.Seed.Records.Where(record => record.Kind == route.Kind && Fits(route, record)).ToList();
        if (records.Count > 0)
        {
            return records;
        }

        return Ids.TryGetValue($"/api/{route.Kind}", out var id)
            ? [new SeededRecord(route.Kind, id(house), "the one", null, [])]
            : throw Unknown(route, $"has a parameter and the test house has no {route.Kind}: Remember one in tests/Api/House/Seed.cs, or add a line [\"/api/{route.Kind}\"] to Ids");
    }

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<House, Dictionary<string, string>> Found = [];

    /// <summary>The first that the statement finds, the same for the whole walk of a house.</summary>
    private static string FoundId(House house, string statement)
    {
        var known = Found.GetOrCreateValue(house);
        return known.TryGetValue(statement, out var id)
            ? id
            : known[statement] = Task.Run(() => house.Inside(db => db.Database.SqlQueryRaw<Guid>(statement).OrderBy(one => one).FirstAsync())).GetAwaiter().GetResult().ToString();
    }

    private static string SessionOfAnother(House house)
    {
        var known = Found.GetOrCreateValue(house);
        if (known.TryAdd("session", ""))
        {
            Task.Run(() => house.SignIn("rep-c")).GetAwaiter().GetResult().Dispose();
        }

        return FoundId(house, "SELECT id AS \"Value\" FROM platform_session WHERE account_id = (SELECT id FROM platform_account WHERE user_name = 'rep-c')");
    }

    private static Xunit.Sdk.XunitException Unknown(Route route, string why) => new($"The walk cannot take {route}: it {why} in tests/Api/Walk/Samples.cs.");

    private static readonly object OwnershipRules = new
    {
        protection = Array.Empty<object>(),
        recycling = new[] { new { cause = "NoFollowUp", days = 30, remindDays = 3 } },
        claims = Array.Empty<object>(),
        lockDays = 7,
        coOwnersEdit = true,
        grounds = Array.Empty<object>(),
        answerDays = 2,
        ruleDays = 5,
        causes = new[] { new { code = "no-rule", name = "没有规则", nameEn = "No rule" } },
    };

    /// <summary>A good id that no record has.</summary>
    private const string Nobody = "01900000-0000-7000-8000-000000000000";

    private static readonly object Draft = new { text = "一、走查", writtenOn = "2026-07-01" };

    private static readonly object Standard = new
    {
        first = "2027-01-01",
        spanFew = 5,
        spanMany = 12,
        touchedDays = 60,
        changesMost = 2,
        neverMonths = 36,
        classA = "1000.00",
        classB = "100.00",
        visitsA = 36,
        visitsB = 12,
        visitsC = 4,
        minutesA = 90,
        minutesB = 60,
        minutesC = 30,
    };

    private static object Figure(int year) => new { year, unit = "Sets", amount = "400000", target = "50000", source = "走查" };

    private static object Scenario(House house, string name) =>
        new { name, moves = new[] { new { from = house.Seed.Record("territories", "上海"), to = house.Seed.Record("territories", "北京"), area = "31" } } };

    private static object Division(House house) => new
    {
        first = "2026-07-01",
        defaultId = house.Seed.Record("territories", "全国"),
        rules = new[] { new { name = "走查规则", territoryId = house.Seed.Record("territories", "上海"), priority = 1, regions = new[] { "31" } } },
    };

    private static readonly object[] Grants = [new { permission = "customers.read", scope = "Own" }];

    private static object General(House house) => new { matterId = house.Seed.Record("approval-matters", "费用"), title = "走查申请", amount = "10.00" };

    private static object Table(House house) => new { rows = new[] { new { route = new[] { new { name = "走查", finder = "People", people = new[] { house.Seed.People["gm"] } } } } } };

    private static object Reorganization(House house) =>
        new { name = "走查调整", day = "2026-09-01", steps = new[] { new { kind = "Rename", unitId = house.Seed.Units["team-d"], name = "走查队" } } };

    private static object Robot(string name) => new { name, kind = "DingTalk", isOn = false, kinds = new[] { "approval-asked" } };

    /// <summary>Of somebody he leads, never his own.</summary>
    private static object Leave(House house, string? me)
    {
        var login = house.Seed.People.FirstOrDefault(person => person.Value == me).Key;
        var whose = login is "manager-c" or "director-n" ? "rep-c" : "rep-a2";
        return new { personId = house.Seed.People[whose], kindId = house.Seed.Record("leave-kinds", "年假"), first = "2026-09-01", last = "2026-09-02" };
    }
    private static object Notice(House house) => new { title = "走查通知", text = "走查", to = new[] { new { unitId = house.Seed.Units["team-a"] } } };

    private static object WorkTask(House house, string? me) => new { title = "走查任务", ownerId = me ?? house.Seed.People["rep-a"] };

    private static object Series(House house, string? me) =>
        new { title = "走查定期", ownerId = me ?? house.Seed.People["rep-a"], rhythm = new { kind = "Monthly", every = 1, dayOfMonth = 1, first = "2030-01-01" } };

    private static object Meeting(House house, string? me) =>
        new { title = "走查会", day = "2026-07-20", from = "09:00", to = "10:00", chairId = me ?? house.Seed.People["manager-a"] };

    private static object MeetingSeries(House house, string? me) => new
    {
        title = "走查例会",
        from = "09:00",
        to = "10:00",
        chairId = me ?? house.Seed.People["manager-a"],
        rhythm = new { kind = "Monthly", every = 1, dayOfMonth = 1, first = "2030-01-01" },
    };

    private static object Campaign(House house, string name, string? owner) =>
        new { name, first = "2026-07-01", state = "Running", ownerId = owner ?? house.Seed.People["manager-a"] };

    private static object Feedback(House house) => new { categoryId = house.Seed.Record("feedback-categories", "制度"), text = "走查意见" };

    private static object Delegation(House house) => new { deputyId = house.Seed.People["rep-b"], first = "2026-09-01", last = "2026-09-02" };

    private static object Placement(House house) =>
        new { unitId = house.Seed.Units["team-a"], positionId = house.Seed.Positions["销售代表"], first = "2026-07-02" };

    private static object Order(House house, string? me)
    {
        var login = house.Seed.People.FirstOrDefault(person => person.Value == me).Key;
        var customer = house.Seed.Records.FirstOrDefault(record => record.Kind == "customers" && record.Owner == login)?.Id ?? house.Seed.Record("customers", "客户rep-a");
        return new
        {
            customerId = customer,
            salespersonId = me,
            orderedOn = "2026-07-02",
            lines = new[] { new { productId = house.Seed.Record("products", "阀门"), quantity = "1", price = "10" } },
        };
    }
}
