using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yingpan.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "approvals_matter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    needs_amount = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals_matter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_product",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    line = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    list_price_e4 = table.Column<long>(type: "INTEGER", nullable: false),
                    cost_price_e4 = table.Column<long>(type: "INTEGER", nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_product", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_feedback_category",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_feedback_category", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_policy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    remind_before = table.Column<int>(type: "INTEGER", nullable: false),
                    remind_every = table.Column<int>(type: "INTEGER", nullable: false),
                    escalate_after = table.Column<int>(type: "INTEGER", nullable: false),
                    meetings_ahead = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_policy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_care_policy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_care_policy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_care_run",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    customers = table.Column<int>(type: "INTEGER", nullable: false),
                    made = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    taken_back = table.Column<int>(type: "INTEGER", nullable: false),
                    escalated = table.Column<int>(type: "INTEGER", nullable: false),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_care_run", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "customers_file_policy",
                columns: table => new
                {
                    first = table.Column<int>(type: "INTEGER", nullable: false),
                    weights = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    review_states = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    review_owned_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_file_policy", x => x.first);
                });

            migrationBuilder.CreateTable(
                name: "customers_grading_policy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_grading_policy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_identity_policy",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    similar_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    domain = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    similar_from_ppm = table.Column<long>(type: "INTEGER", nullable: false),
                    shown_from_ppm = table.Column<long>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_identity_policy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_key_account_policy",
                columns: table => new
                {
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    cut_ppm = table.Column<long>(type: "INTEGER", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    cadence_days = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_key_account_policy", x => x.first);
                });

            migrationBuilder.CreateTable(
                name: "customers_recycling_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reminded = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_recycling_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_relation_kind",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    reverse = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    reverse_en = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    is_parent = table.Column<bool>(type: "INTEGER", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_relation_kind", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_rhythm_fit",
                columns: table => new
                {
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    r = table.Column<double>(type: "REAL", nullable: false),
                    alpha = table.Column<double>(type: "REAL", nullable: false),
                    a = table.Column<double>(type: "REAL", nullable: false),
                    b = table.Column<double>(type: "REAL", nullable: false),
                    fit = table.Column<double>(type: "REAL", nullable: false),
                    customers = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_rhythm_fit", x => x.on);
                });

            migrationBuilder.CreateTable(
                name: "customers_warning_policy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_warning_policy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_monthly_sales",
                columns: table => new
                {
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    salesperson_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    territory_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    orders = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_monthly_sales", x => new { x.month, x.salesperson_id, x.unit_id, x.territory_id });
                });

            migrationBuilder.CreateTable(
                name: "organization_company",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    fiscal_year_start = table.Column<int>(type: "INTEGER", nullable: false),
                    calendar = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_company", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_document_policy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    remind_after = table.Column<int>(type: "INTEGER", nullable: false),
                    remind_every = table.Column<int>(type: "INTEGER", nullable: false),
                    review_ahead = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_document_policy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_grade",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_grade", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_leave_kind",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_paid = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_leave_kind", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_position",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_position", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_reorganization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    steps = table.Column<string>(type: "TEXT", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    edited_by_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    applied_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    applied_by_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_by_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_reorganization", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_stage_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    survival_months = table.Column<int>(type: "INTEGER", nullable: false),
                    growth_months = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_stage_rule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_unit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_unit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    is_disabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_code_hash = table.Column<string>(type: "TEXT", nullable: true),
                    last_code_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_audit_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    login = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    via = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    entity = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    entity_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: true),
                    seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_audit_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_audit_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_audit_head", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_field_rule",
                columns: table => new
                {
                    subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    need = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    when_field = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    when_values = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    of_old = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_field_rule", x => new { x.subject, x.field });
                });

            migrationBuilder.CreateTable(
                name: "platform_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    entity = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    entity_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_idempotent_request",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    etag = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_idempotent_request", x => new { x.account_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "platform_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    file_size = table.Column<long>(type: "INTEGER", nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    encoding = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    sheets = table.Column<string>(type: "TEXT", nullable: false),
                    sheet = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    headings = table.Column<string>(type: "TEXT", nullable: false),
                    mapping = table.Column<string>(type: "TEXT", nullable: false),
                    rounds_amounts = table.Column<bool>(type: "INTEGER", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    total = table.Column<int>(type: "INTEGER", nullable: true),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    resume_line = table.Column<int>(type: "INTEGER", nullable: false),
                    written = table.Column<int>(type: "INTEGER", nullable: false),
                    created = table.Column<int>(type: "INTEGER", nullable: false),
                    fault_count = table.Column<int>(type: "INTEGER", nullable: false),
                    faulty_lines = table.Column<int>(type: "INTEGER", nullable: false),
                    cancel_requested = table.Column<bool>(type: "INTEGER", nullable: false),
                    failure = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    failure_params = table.Column<string>(type: "TEXT", nullable: true),
                    uploaded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    progress_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_import_template",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    mapping = table.Column<string>(type: "TEXT", nullable: false),
                    rounds_amounts = table.Column<bool>(type: "INTEGER", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_import_template", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_job",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_mail_server",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    is_on = table.Column<bool>(type: "INTEGER", nullable: false),
                    host = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    port = table.Column<int>(type: "INTEGER", nullable: false),
                    security = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    password = table.Column<string>(type: "TEXT", nullable: true),
                    sender_address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sender_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_mail_server", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_notification_kind",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    choice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    is_urgent = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_notification_kind", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "platform_notification_settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    usual_choice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    quiet_from = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    quiet_to = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    urgent_passes = table.Column<bool>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    daily_at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    first_wait_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    longest_wait_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    keep_days = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_notification_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_number_sequence",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    prefix = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    next = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_number_sequence", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "platform_option_list",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_option_list", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_protection_key", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "platform_robot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    webhook = table.Column<string>(type: "TEXT", nullable: true),
                    webhook_hint = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    signing_secret = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    is_on = table.Column<bool>(type: "INTEGER", nullable: false),
                    kinds = table.Column<string>(type: "TEXT", nullable: false),
                    units = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_robot", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_role",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_role", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "territories_scenario",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    applied_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    moved = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territories_scenario", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "territories_sizing_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territories_sizing_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "territories_standard",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    span_few = table.Column<int>(type: "INTEGER", nullable: false),
                    span_many = table.Column<int>(type: "INTEGER", nullable: false),
                    touched_days = table.Column<int>(type: "INTEGER", nullable: false),
                    changes_most = table.Column<int>(type: "INTEGER", nullable: false),
                    never_months = table.Column<int>(type: "INTEGER", nullable: false),
                    class_a_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    class_b_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    visits_a = table.Column<int>(type: "INTEGER", nullable: false),
                    visits_b = table.Column<int>(type: "INTEGER", nullable: false),
                    visits_c = table.Column<int>(type: "INTEGER", nullable: false),
                    minutes_a = table.Column<int>(type: "INTEGER", nullable: false),
                    minutes_b = table.Column<int>(type: "INTEGER", nullable: false),
                    minutes_c = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territories_standard", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "territories_territory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territories_territory", x => x.id);
                    table.ForeignKey(
                        name: "fk_territories_territory_territories_territory_parent_id",
                        column: x => x.parent_id,
                        principalTable: "territories_territory",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_grade_line",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    intent = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    risk = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    partner = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    segment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    cards = table.Column<string>(type: "TEXT", nullable: false),
                    policy_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_grade_line", x => new { x.customer_id, x.on });
                    table.ForeignKey(
                        name: "fk_customers_grade_line_customers_grading_policy_policy_id",
                        column: x => x.policy_id,
                        principalTable: "customers_grading_policy",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_grading_run",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    policy_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    customers = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false),
                    cuts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_grading_run", x => x.number);
                    table.ForeignKey(
                        name: "fk_customers_grading_run_customers_grading_policy_policy_id",
                        column: x => x.policy_id,
                        principalTable: "customers_grading_policy",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    hired_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    grade_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    birthday = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    hobbies = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    strengths = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    skills = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    career_goal = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    identity_number = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    base_salary_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    home_address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_person", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_person_organization_grade_grade_id",
                        column: x => x.grade_id,
                        principalTable: "organization_grade",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_name_norm",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_off = table.Column<bool>(type: "INTEGER", nullable: false),
                    names_from = table.Column<int>(type: "INTEGER", nullable: false),
                    names_to = table.Column<int>(type: "INTEGER", nullable: false),
                    records_from = table.Column<int>(type: "INTEGER", nullable: false),
                    records_to = table.Column<int>(type: "INTEGER", nullable: false),
                    follows_from = table.Column<int>(type: "INTEGER", nullable: false),
                    week_names_from = table.Column<int>(type: "INTEGER", nullable: false),
                    week_records_from = table.Column<int>(type: "INTEGER", nullable: false),
                    week_follows_from = table.Column<int>(type: "INTEGER", nullable: false),
                    whole_only = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_name_norm", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_name_norm_organization_position_position_id",
                        column: x => x.position_id,
                        principalTable: "organization_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_name_norm_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_calendar_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_calendar_entry", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_calendar_entry_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_work_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    follows_house = table.Column<bool>(type: "INTEGER", nullable: false),
                    start = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    noon_from = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    noon_to = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    end = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    grace_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    overtime_after = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_work_hours", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_work_hours_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "territories_guard_policy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territories_guard_policy", x => x.id);
                    table.ForeignKey(
                        name: "fk_territories_guard_policy_organization_position_position_id",
                        column: x => x.position_id,
                        principalTable: "organization_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_territories_guard_policy_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_account_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_account_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_platform_account_claim_platform_account_user_id",
                        column: x => x.user_id,
                        principalTable: "platform_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_account_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_account_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_platform_account_login_platform_account_user_id",
                        column: x => x.user_id,
                        principalTable: "platform_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_account_passkey",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_account_passkey", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_platform_account_passkey_platform_account_user_id",
                        column: x => x.user_id,
                        principalTable: "platform_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_account_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_platform_account_token_platform_account_user_id",
                        column: x => x.user_id,
                        principalTable: "platform_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_notification",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    @params = table.Column<string>(name: "params", type: "TEXT", nullable: false),
                    link = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_notification", x => x.id);
                    table.ForeignKey(
                        name: "fk_platform_notification_platform_account_account_id",
                        column: x => x.account_id,
                        principalTable: "platform_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_notification_wish",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    own_quiet_hours = table.Column<bool>(type: "INTEGER", nullable: false),
                    quiet_from = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    quiet_to = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    digest = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    daily_at = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    choices = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_notification_wish", x => x.account_id);
                    table.ForeignKey(
                        name: "fk_platform_notification_wish_platform_account_account_id",
                        column: x => x.account_id,
                        principalTable: "platform_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_saved_view",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    list = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    query = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_saved_view", x => x.id);
                    table.ForeignKey(
                        name: "fk_platform_saved_view_platform_account_account_id",
                        column: x => x.account_id,
                        principalTable: "platform_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    user_agent = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_platform_session_platform_account_account_id",
                        column: x => x.account_id,
                        principalTable: "platform_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_import_fault",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    column = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    heading = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    @params = table.Column<string>(name: "params", type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_import_fault", x => x.id);
                    table.ForeignKey(
                        name: "fk_platform_import_fault_platform_import_import_id",
                        column: x => x.import_id,
                        principalTable: "platform_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_import_record",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    entity = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    entity_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_import_record", x => new { x.import_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_platform_import_record_platform_import_import_id",
                        column: x => x.import_id,
                        principalTable: "platform_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_custom_field",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    list_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    section = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    section_en = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    hint = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    hint_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    max_length = table.Column<int>(type: "INTEGER", nullable: true),
                    min = table.Column<long>(type: "INTEGER", nullable: true),
                    max = table.Column<long>(type: "INTEGER", nullable: true),
                    decimals = table.Column<int>(type: "INTEGER", nullable: true),
                    is_in_list = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_filter = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_sensitive = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_custom_field", x => x.id);
                    table.ForeignKey(
                        name: "fk_platform_custom_field_platform_option_list_list_id",
                        column: x => x.list_id,
                        principalTable: "platform_option_list",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_option_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    list_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_option_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_platform_option_item_platform_option_list_list_id",
                        column: x => x.list_id,
                        principalTable: "platform_option_list",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_account_role",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_account_role", x => new { x.account_id, x.role_id });
                    table.ForeignKey(
                        name: "fk_platform_account_role_platform_account_account_id",
                        column: x => x.account_id,
                        principalTable: "platform_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_platform_account_role_platform_role_role_id",
                        column: x => x.role_id,
                        principalTable: "platform_role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_role_grant",
                columns: table => new
                {
                    role_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    permission = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_role_grant", x => new { x.role_id, x.permission });
                    table.ForeignKey(
                        name: "fk_platform_role_grant_platform_role_role_id",
                        column: x => x.role_id,
                        principalTable: "platform_role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_pool",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    territory_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_pool", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_pool_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_pool_territories_territory_territory_id",
                        column: x => x.territory_id,
                        principalTable: "territories_territory",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "territories_market_figure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    territory_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    industry = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    line = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    brand = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_e3 = table.Column<long>(type: "INTEGER", nullable: false),
                    upper_e3 = table.Column<long>(type: "INTEGER", nullable: true),
                    growth_ppm = table.Column<long>(type: "INTEGER", nullable: true),
                    target_e3 = table.Column<long>(type: "INTEGER", nullable: true),
                    said_share_ppm = table.Column<long>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    is_forecast = table.Column<bool>(type: "INTEGER", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territories_market_figure", x => x.id);
                    table.ForeignKey(
                        name: "fk_territories_market_figure_territories_territory_territory_id",
                        column: x => x.territory_id,
                        principalTable: "territories_territory",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "approvals_limit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    discount_ppm = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals_limit", x => x.id);
                    table.ForeignKey(
                        name: "fk_approvals_limit_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_approvals_limit_organization_position_position_id",
                        column: x => x.position_id,
                        principalTable: "organization_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "approvals_process_owner",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals_process_owner", x => x.kind);
                    table.ForeignKey(
                        name: "fk_approvals_process_owner_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "approvals_process_proposal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    change = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    decided_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals_process_proposal", x => x.id);
                    table.ForeignKey(
                        name: "fk_approvals_process_proposal_organization_person_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_approvals_process_proposal_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "approvals_table",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    edited_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    live_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals_table", x => x.id);
                    table.ForeignKey(
                        name: "fk_approvals_table_organization_person_edited_by_id",
                        column: x => x.edited_by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_concern",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    acknowledged_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_concern", x => x.id);
                    table.ForeignKey(
                        name: "fk_collaboration_concern_organization_person_author_id",
                        column: x => x.author_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    category_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    code_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_told = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_feedback", x => x.id);
                    table.ForeignKey(
                        name: "fk_collaboration_feedback_collaboration_feedback_category_category_id",
                        column: x => x.category_id,
                        principalTable: "collaboration_feedback_category",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_feedback_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_issue",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    from_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    raised_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    proposed_by_asking = table.Column<bool>(type: "INTEGER", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    raised_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    confirmed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    raised_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_issue", x => x.id);
                    table.ForeignKey(
                        name: "fk_collaboration_issue_organization_person_owner_id",
                        column: x => x.owner_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_issue_organization_person_raised_by_id",
                        column: x => x.raised_by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_issue_organization_unit_from_unit_id",
                        column: x => x.from_unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_issue_organization_unit_to_unit_id",
                        column: x => x.to_unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_meeting_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    chair_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    creator_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    to = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    standing = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    needs_minutes = table.Column<bool>(type: "INTEGER", nullable: false),
                    rhythm_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    every = table.Column<int>(type: "INTEGER", nullable: false),
                    weekdays = table.Column<int>(type: "INTEGER", nullable: false),
                    day_of_month = table.Column<int>(type: "INTEGER", nullable: false),
                    off_day = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    made_up_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_stopped = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_meeting_series", x => x.id);
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_series_organization_person_chair_id",
                        column: x => x.chair_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_series_organization_person_creator_id",
                        column: x => x.creator_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_series_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_important = table.Column<bool>(type: "INTEGER", nullable: false),
                    must_confirm = table.Column<bool>(type: "INTEGER", nullable: false),
                    confirm_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdraw_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_notice", x => x.id);
                    table.ForeignKey(
                        name: "fk_collaboration_notice_organization_person_author_id",
                        column: x => x.author_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_task_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    giver_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    priority = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    needs_result = table.Column<bool>(type: "INTEGER", nullable: false),
                    needs_acceptance = table.Column<bool>(type: "INTEGER", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    lead_days = table.Column<int>(type: "INTEGER", nullable: false),
                    rhythm_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    every = table.Column<int>(type: "INTEGER", nullable: false),
                    weekdays = table.Column<int>(type: "INTEGER", nullable: false),
                    day_of_month = table.Column<int>(type: "INTEGER", nullable: false),
                    off_day = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    next_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_stopped = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_task_series", x => x.id);
                    table.ForeignKey(
                        name: "fk_collaboration_task_series_organization_person_giver_id",
                        column: x => x.giver_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_task_series_organization_person_owner_id",
                        column: x => x.owner_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_campaign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    products = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    industries = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_campaign", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_campaign_organization_person_owner_id",
                        column: x => x.owner_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_credit_policy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_credit_policy", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_credit_policy_organization_person_by_id",
                        column: x => x.by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_ownership_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rules = table.Column<string>(type: "TEXT", maxLength: 50000, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_ownership_rules", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_ownership_rules_organization_person_by_id",
                        column: x => x.by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_attendance_correction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    came_at = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    went_at = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    comment = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_attendance_correction", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_attendance_correction_organization_person_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_attendance_correction_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_attendance_month",
                columns: table => new
                {
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_attendance_month", x => x.month);
                    table.ForeignKey(
                        name: "fk_organization_attendance_month_organization_person_closed_by_id",
                        column: x => x.closed_by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_attendance_punch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_attendance_punch", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_attendance_punch_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_attendance_result",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_due = table.Column<bool>(type: "INTEGER", nullable: false),
                    late_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    early_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    overtime_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    leave_halves = table.Column<int>(type: "INTEGER", nullable: false),
                    leave_kind_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    absent_halves = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_attendance_result", x => new { x.person_id, x.day });
                    table.ForeignKey(
                        name: "fk_organization_attendance_result_organization_leave_kind_leave_kind_id",
                        column: x => x.leave_kind_id,
                        principalTable: "organization_leave_kind",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_attendance_result_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    current = table.Column<int>(type: "INTEGER", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    responsible_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    review_told_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_document", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_document_organization_person_responsible_id",
                        column: x => x.responsible_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_document_organization_position_position_id",
                        column: x => x.position_id,
                        principalTable: "organization_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_hand_over",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_hand_over", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_hand_over_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_leave_application",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts_at_noon = table.Column<bool>(type: "INTEGER", nullable: false),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ends_at_noon = table.Column<bool>(type: "INTEGER", nullable: false),
                    days_e3 = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    deputy_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    back_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_leave_application", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_leave_application_organization_leave_kind_kind_id",
                        column: x => x.kind_id,
                        principalTable: "organization_leave_kind",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_leave_application_organization_person_deputy_id",
                        column: x => x.deputy_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_leave_application_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_membership",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    manager_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reorganization_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_membership", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_membership_organization_person_manager_id",
                        column: x => x.manager_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_membership_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_organization_membership_organization_position_position_id",
                        column: x => x.position_id,
                        principalTable: "organization_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_membership_organization_reorganization_reorganization_id",
                        column: x => x.reorganization_id,
                        principalTable: "organization_reorganization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_membership_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_unit_term",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    head_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reorganization_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_unit_term", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_unit_term_organization_person_head_id",
                        column: x => x.head_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_unit_term_organization_reorganization_reorganization_id",
                        column: x => x.reorganization_id,
                        principalTable: "organization_reorganization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_unit_term_organization_unit_parent_id",
                        column: x => x.parent_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_unit_term_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_goal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    territory_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_goal", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_goal_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_planning_goal_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_planning_goal_territories_territory_territory_id",
                        column: x => x.territory_id,
                        principalTable: "territories_territory",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "territories_division",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    edited_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    applied_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    moved = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territories_division", x => x.id);
                    table.ForeignKey(
                        name: "fk_territories_division_organization_person_edited_by_id",
                        column: x => x.edited_by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "territories_holder",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    territory_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territories_holder", x => x.id);
                    table.ForeignKey(
                        name: "fk_territories_holder_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_territories_holder_territories_territory_territory_id",
                        column: x => x.territory_id,
                        principalTable: "territories_territory",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "territories_outside_work",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    territory_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    record_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territories_outside_work", x => x.id);
                    table.ForeignKey(
                        name: "fk_territories_outside_work_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_territories_outside_work_organization_person_seen_by_id",
                        column: x => x.seen_by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_territories_outside_work_territories_territory_territory_id",
                        column: x => x.territory_id,
                        principalTable: "territories_territory",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "territories_release",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    territory_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    comment = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territories_release", x => x.id);
                    table.ForeignKey(
                        name: "fk_territories_release_organization_person_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_territories_release_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_territories_release_territories_territory_territory_id",
                        column: x => x.territory_id,
                        principalTable: "territories_territory",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_delivery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    notification_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    robot_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    claimed_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    detail = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_delivery", x => x.id);
                    table.ForeignKey(
                        name: "fk_platform_delivery_platform_account_account_id",
                        column: x => x.account_id,
                        principalTable: "platform_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_platform_delivery_platform_notification_notification_id",
                        column: x => x.notification_id,
                        principalTable: "platform_notification",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_platform_delivery_platform_robot_robot_id",
                        column: x => x.robot_id,
                        principalTable: "platform_robot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_custom_value_person",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    long_text = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_custom_value_person", x => new { x.record_id, x.field_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_platform_custom_value_person_organization_person_record_id",
                        column: x => x.record_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_platform_custom_value_person_platform_custom_field_field_id",
                        column: x => x.field_id,
                        principalTable: "platform_custom_field",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_platform_custom_value_person_platform_option_item_item_id",
                        column: x => x.item_id,
                        principalTable: "platform_option_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_customer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owned_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    protected_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    pool_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_exempt = table.Column<bool>(type: "INTEGER", nullable: false),
                    territory_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    industry = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    city = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    contact_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    credit_code = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    website = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    duplicate_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    completeness_ppm = table.Column<long>(type: "INTEGER", nullable: false),
                    merged_into_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_customer", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_customer_customers_customer_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_customer_customers_pool_pool_id",
                        column: x => x.pool_id,
                        principalTable: "customers_pool",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_customer_organization_person_owner_id",
                        column: x => x.owner_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_customer_territories_territory_territory_id",
                        column: x => x.territory_id,
                        principalTable: "territories_territory",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_pool_access",
                columns: table => new
                {
                    pool_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    may_claim = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_pool_access", x => new { x.pool_id, x.line });
                    table.ForeignKey(
                        name: "fk_customers_pool_access_customers_pool_pool_id",
                        column: x => x.pool_id,
                        principalTable: "customers_pool",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_pool_access_organization_position_position_id",
                        column: x => x.position_id,
                        principalTable: "organization_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_pool_access_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "approvals_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    link = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    applicant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    discount_ppm = table.Column<long>(type: "INTEGER", nullable: true),
                    days_e3 = table.Column<long>(type: "INTEGER", nullable: true),
                    grade = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    chosen = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    table_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    with_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    with = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals_request", x => x.id);
                    table.ForeignKey(
                        name: "fk_approvals_request_approvals_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "approvals_matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_approvals_request_approvals_table_table_id",
                        column: x => x.table_id,
                        principalTable: "approvals_table",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_approvals_request_organization_person_applicant_id",
                        column: x => x.applicant_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_approvals_request_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_concern_line",
                columns: table => new
                {
                    concern_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    target_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_concern_line", x => new { x.concern_id, x.line });
                    table.ForeignKey(
                        name: "fk_collaboration_concern_line_collaboration_concern_concern_id",
                        column: x => x.concern_id,
                        principalTable: "collaboration_concern",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_collaboration_concern_line_organization_person_actor_id",
                        column: x => x.actor_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_concern_line_organization_person_target_id",
                        column: x => x.target_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_concern_receiver",
                columns: table => new
                {
                    concern_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    from_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    acknowledged_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_concern_receiver", x => new { x.concern_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_collaboration_concern_receiver_collaboration_concern_concern_id",
                        column: x => x.concern_id,
                        principalTable: "collaboration_concern",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_collaboration_concern_receiver_organization_person_from_id",
                        column: x => x.from_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_concern_receiver_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_feedback_deed",
                columns: table => new
                {
                    feedback_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    handler_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_feedback_deed", x => new { x.feedback_id, x.line });
                    table.ForeignKey(
                        name: "fk_collaboration_feedback_deed_collaboration_feedback_feedback_id",
                        column: x => x.feedback_id,
                        principalTable: "collaboration_feedback",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_collaboration_feedback_deed_organization_person_handler_id",
                        column: x => x.handler_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_feedback_word",
                columns: table => new
                {
                    feedback_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    handler_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_feedback_word", x => new { x.feedback_id, x.line });
                    table.ForeignKey(
                        name: "fk_collaboration_feedback_word_collaboration_feedback_feedback_id",
                        column: x => x.feedback_id,
                        principalTable: "collaboration_feedback",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_collaboration_feedback_word_organization_person_handler_id",
                        column: x => x.handler_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_issue_line",
                columns: table => new
                {
                    issue_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    target_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_issue_line", x => new { x.issue_id, x.line });
                    table.ForeignKey(
                        name: "fk_collaboration_issue_line_collaboration_issue_issue_id",
                        column: x => x.issue_id,
                        principalTable: "collaboration_issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_collaboration_issue_line_organization_person_actor_id",
                        column: x => x.actor_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_issue_line_organization_person_target_id",
                        column: x => x.target_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    series_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    rhythm_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    chair_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    creator_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    to = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    needs_minutes = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    minutes = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    prepared_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_meeting", x => x.id);
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_collaboration_meeting_series_series_id",
                        column: x => x.series_id,
                        principalTable: "collaboration_meeting_series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_organization_person_chair_id",
                        column: x => x.chair_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_organization_person_creator_id",
                        column: x => x.creator_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_meeting_series_part",
                columns: table => new
                {
                    series_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    with_subunits = table.Column<bool>(type: "INTEGER", nullable: false),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_meeting_series_part", x => new { x.series_id, x.place });
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_series_part_collaboration_meeting_series_series_id",
                        column: x => x.series_id,
                        principalTable: "collaboration_meeting_series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_series_part_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_series_part_organization_position_position_id",
                        column: x => x.position_id,
                        principalTable: "organization_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_series_part_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_notice_part",
                columns: table => new
                {
                    notice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    with_subunits = table.Column<bool>(type: "INTEGER", nullable: false),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_notice_part", x => new { x.notice_id, x.place });
                    table.ForeignKey(
                        name: "fk_collaboration_notice_part_collaboration_notice_notice_id",
                        column: x => x.notice_id,
                        principalTable: "collaboration_notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_collaboration_notice_part_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_notice_part_organization_position_position_id",
                        column: x => x.position_id,
                        principalTable: "organization_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_notice_part_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_notice_receipt",
                columns: table => new
                {
                    notice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reminded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reminders = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_notice_receipt", x => new { x.notice_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_collaboration_notice_receipt_collaboration_notice_notice_id",
                        column: x => x.notice_id,
                        principalTable: "collaboration_notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_collaboration_notice_receipt_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_notice_receipt_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    giver_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    priority = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    needs_result = table.Column<bool>(type: "INTEGER", nullable: false),
                    needs_acceptance = table.Column<bool>(type: "INTEGER", nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    link = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    link_text = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    series_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reminded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_task", x => x.id);
                    table.ForeignKey(
                        name: "fk_collaboration_task_collaboration_task_series_series_id",
                        column: x => x.series_id,
                        principalTable: "collaboration_task_series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_task_organization_person_giver_id",
                        column: x => x.giver_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_task_organization_person_owner_id",
                        column: x => x.owner_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_campaign_part",
                columns: table => new
                {
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_campaign_part", x => new { x.campaign_id, x.line });
                    table.ForeignKey(
                        name: "fk_customers_campaign_part_customers_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "customers_campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_campaign_part_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_campaign_part_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_name_policy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    required = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_name_policy", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_name_policy_customers_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "customers_campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organization_document_asking",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reminded_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_document_asking", x => new { x.document_id, x.edition, x.person_id });
                    table.ForeignKey(
                        name: "fk_organization_document_asking_organization_document_document_id",
                        column: x => x.document_id,
                        principalTable: "organization_document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_organization_document_asking_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_document_edition",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    for_units = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    rights = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    checker_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    approver_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    written_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_document_edition", x => new { x.document_id, x.number });
                    table.ForeignKey(
                        name: "fk_organization_document_edition_organization_document_document_id",
                        column: x => x.document_id,
                        principalTable: "organization_document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_organization_document_edition_organization_person_approver_id",
                        column: x => x.approver_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_document_edition_organization_person_author_id",
                        column: x => x.author_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_document_edition_organization_person_checker_id",
                        column: x => x.checker_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_document_edition_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_document_receipt",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_document_receipt", x => new { x.document_id, x.edition, x.person_id });
                    table.ForeignKey(
                        name: "fk_organization_document_receipt_organization_document_document_id",
                        column: x => x.document_id,
                        principalTable: "organization_document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_document_receipt_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_document_review",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    finding = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_document_review", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_document_review_organization_document_document_id",
                        column: x => x.document_id,
                        principalTable: "organization_document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_document_review_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_document_unit",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_document_unit", x => new { x.document_id, x.unit_id });
                    table.ForeignKey(
                        name: "fk_organization_document_unit_organization_document_document_id",
                        column: x => x.document_id,
                        principalTable: "organization_document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_organization_document_unit_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_hand_over_line",
                columns: table => new
                {
                    hand_over_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    to_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_hand_over_line", x => new { x.hand_over_id, x.line });
                    table.ForeignKey(
                        name: "fk_organization_hand_over_line_organization_hand_over_hand_over_id",
                        column: x => x.hand_over_id,
                        principalTable: "organization_hand_over",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_organization_hand_over_line_organization_person_to_id",
                        column: x => x.to_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_leave_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts_at_noon = table.Column<bool>(type: "INTEGER", nullable: false),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ends_at_noon = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    application_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_leave_entry", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_leave_entry_organization_leave_application_application_id",
                        column: x => x.application_id,
                        principalTable: "organization_leave_application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_leave_entry_organization_leave_kind_kind_id",
                        column: x => x.kind_id,
                        principalTable: "organization_leave_kind",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_leave_entry_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    position = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    mobile = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    hobbies = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    strengths = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    has_left = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_contact", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_contact_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_credit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    now_for = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    deed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    rating = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    limit_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    term_days = table.Column<int>(type: "INTEGER", nullable: true),
                    is_held = table.Column<bool>(type: "INTEGER", nullable: false),
                    held_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    held_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    replaced_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_credit", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_credit_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_credit_organization_person_by_id",
                        column: x => x.by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_data_card",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    legal_representative = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    fax = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    employees = table.Column<int>(type: "INTEGER", nullable: true),
                    business = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    previous_sales = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    strength = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_data_card", x => x.customer_id);
                    table.ForeignKey(
                        name: "fk_customers_data_card_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_dismissed_pair",
                columns: table => new
                {
                    first_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    second_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_dismissed_pair", x => new { x.first_id, x.second_id });
                    table.ForeignKey(
                        name: "fk_customers_dismissed_pair_customers_customer_first_id",
                        column: x => x.first_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_dismissed_pair_customers_customer_second_id",
                        column: x => x.second_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_dismissed_pair_organization_person_by_id",
                        column: x => x.by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_dispute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claimant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rules_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    facts = table.Column<string>(type: "TEXT", nullable: true),
                    proposal = table.Column<string>(type: "TEXT", nullable: true),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    silence_told_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    rule_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ruling = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ruled_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ruling_text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    claimant_share_ppm = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_dispute", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_dispute_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_dispute_customers_ownership_rules_rules_id",
                        column: x => x.rules_id,
                        principalTable: "customers_ownership_rules",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_dispute_organization_person_claimant_id",
                        column: x => x.claimant_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_dispute_organization_person_holder_id",
                        column: x => x.holder_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_dispute_organization_person_ruled_by_id",
                        column: x => x.ruled_by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_grade",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    intent = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    risk = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    partner = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    rfm = table.Column<int>(type: "INTEGER", nullable: true),
                    segment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    sales_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    last_order_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    cards = table.Column<string>(type: "TEXT", nullable: false),
                    policy_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    computed_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_grade", x => x.customer_id);
                    table.ForeignKey(
                        name: "fk_customers_grade_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_grade_customers_grading_policy_policy_id",
                        column: x => x.policy_id,
                        principalTable: "customers_grading_policy",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_grade_mark",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    criterion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    points = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_grade_mark", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_grade_mark_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_grade_mark_organization_person_by_id",
                        column: x => x.by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_grade_override",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    card = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    grade = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_grade_override", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_grade_override_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_grade_override_organization_person_by_id",
                        column: x => x.by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_identity",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    found_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unique_name = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    handles = table.Column<string>(type: "TEXT", nullable: false),
                    tokens = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_identity", x => x.customer_id);
                    table.ForeignKey(
                        name: "fk_customers_identity_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_key",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_key", x => new { x.customer_id, x.value });
                    table.ForeignKey(
                        name: "fk_customers_key_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_key_account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    now_for = table.Column<Guid>(type: "TEXT", nullable: true),
                    sponsor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cadence_days = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_key_account", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_key_account_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_key_account_organization_person_sponsor_id",
                        column: x => x.sponsor_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_merge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    survivor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    merged_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    taken = table.Column<string>(type: "TEXT", nullable: false),
                    given_code = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_merge", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_merge_customers_customer_merged_id",
                        column: x => x.merged_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_merge_customers_customer_survivor_id",
                        column: x => x.survivor_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_merge_organization_person_by_id",
                        column: x => x.by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_merge_organization_person_undone_by_id",
                        column: x => x.undone_by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_name",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    prepared_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    legal_representative = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    head_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    hobbies = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    strengths = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    mobile = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    fax = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    city = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    industry = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    key = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    missing = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    completeness_ppm = table.Column<long>(type: "INTEGER", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_name", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_name_customers_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "customers_campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_name_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_name_organization_person_owner_id",
                        column: x => x.owner_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_name_organization_person_prepared_by_id",
                        column: x => x.prepared_by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_ownership",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    dispute_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_ownership", x => new { x.customer_id, x.line });
                    table.ForeignKey(
                        name: "fk_customers_ownership_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_ownership_organization_person_by_id",
                        column: x => x.by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_ownership_organization_person_owner_id",
                        column: x => x.owner_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_pool_look",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_pool_look", x => new { x.person_id, x.on, x.customer_id });
                    table.ForeignKey(
                        name: "fk_customers_pool_look_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_pool_look_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_recycled",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch = table.Column<int>(type: "INTEGER", nullable: false),
                    cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    pool_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_recycled", x => new { x.run_id, x.customer_id });
                    table.ForeignKey(
                        name: "fk_customers_recycled_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_recycled_customers_recycling_run_run_id",
                        column: x => x.run_id,
                        principalTable: "customers_recycling_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_recycled_organization_person_owner_id",
                        column: x => x.owner_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_recycling_reminder",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_recycling_reminder", x => new { x.customer_id, x.due_on });
                    table.ForeignKey(
                        name: "fk_customers_recycling_reminder_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_relation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_relation", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_relation_customers_customer_from_id",
                        column: x => x.from_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_relation_customers_customer_to_id",
                        column: x => x.to_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_relation_customers_relation_kind_kind_id",
                        column: x => x.kind_id,
                        principalTable: "customers_relation_kind",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_review_card",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    of_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    trend = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    judgement = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    next = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_review_card", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_review_card_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_review_card_customers_customer_of_id",
                        column: x => x.of_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_review_card_organization_person_author_id",
                        column: x => x.author_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_share",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    share_ppm = table.Column<long>(type: "INTEGER", nullable: false),
                    may_edit = table.Column<bool>(type: "INTEGER", nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_share", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_share_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_share_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_strategy_card",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    needs = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    service = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    aim = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    competitors = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    profit = table.Column<int>(type: "INTEGER", nullable: true),
                    prospects = table.Column<int>(type: "INTEGER", nullable: true),
                    enthusiasm_note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    credit_risk = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ability_risk = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    price_risk = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    risk_note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_strategy_card", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_strategy_card_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_strategy_card_organization_person_author_id",
                        column: x => x.author_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_territory_move",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    to_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    cause_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_territory_move", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_territory_move_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_territory_move_territories_territory_from_id",
                        column: x => x.from_id,
                        principalTable: "territories_territory",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_territory_move_territories_territory_to_id",
                        column: x => x.to_id,
                        principalTable: "territories_territory",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_warning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    open_for = table.Column<Guid>(type: "TEXT", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    grade = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    followed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    resumed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    won_sales_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_warning", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_warning_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_watched",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_watched", x => x.customer_id);
                    table.ForeignKey(
                        name: "fk_customers_watched_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_watched_organization_person_by_id",
                        column: x => x.by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_custom_value_customer",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    long_text = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_custom_value_customer", x => new { x.record_id, x.field_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_platform_custom_value_customer_customers_customer_record_id",
                        column: x => x.record_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_platform_custom_value_customer_platform_custom_field_field_id",
                        column: x => x.field_id,
                        principalTable: "platform_custom_field",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_platform_custom_value_customer_platform_option_item_item_id",
                        column: x => x.item_id,
                        principalTable: "platform_option_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "approvals_copy",
                columns: table => new
                {
                    approval_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals_copy", x => new { x.approval_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_approvals_copy_approvals_request_approval_id",
                        column: x => x.approval_id,
                        principalTable: "approvals_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_approvals_copy_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "approvals_log",
                columns: table => new
                {
                    approval_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    for_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    target_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    round = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals_log", x => new { x.approval_id, x.line });
                    table.ForeignKey(
                        name: "fk_approvals_log_approvals_request_approval_id",
                        column: x => x.approval_id,
                        principalTable: "approvals_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_approvals_log_organization_person_actor_id",
                        column: x => x.actor_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_approvals_log_organization_person_for_id",
                        column: x => x.for_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_approvals_log_organization_person_target_id",
                        column: x => x.target_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "approvals_step",
                columns: table => new
                {
                    approval_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<int>(type: "INTEGER", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    node = table.Column<int>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    limits = table.Column<string>(type: "TEXT", nullable: false),
                    working_hours = table.Column<bool>(type: "INTEGER", nullable: false),
                    begun = table.Column<bool>(type: "INTEGER", nullable: false),
                    undone = table.Column<bool>(type: "INTEGER", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals_step", x => new { x.approval_id, x.key });
                    table.ForeignKey(
                        name: "fk_approvals_step_approvals_request_approval_id",
                        column: x => x.approval_id,
                        principalTable: "approvals_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "approvals_turn",
                columns: table => new
                {
                    approval_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<int>(type: "INTEGER", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reminded = table.Column<bool>(type: "INTEGER", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: false),
                    used_hours = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    waited_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    handled_minutes = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals_turn", x => new { x.approval_id, x.key });
                    table.ForeignKey(
                        name: "fk_approvals_turn_approvals_request_approval_id",
                        column: x => x.approval_id,
                        principalTable: "approvals_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_approvals_turn_organization_person_by_id",
                        column: x => x.by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_approvals_turn_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_credit_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    open_for = table.Column<Guid>(type: "TEXT", nullable: true),
                    wish = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    limit_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    approval_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_credit_request", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_credit_request_approvals_request_approval_id",
                        column: x => x.approval_id,
                        principalTable: "approvals_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_credit_request_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_credit_request_organization_person_by_id",
                        column: x => x.by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "orders_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    salesperson_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    territory_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ordered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    approval = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    approval_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_over_credit = table.Column<bool>(type: "INTEGER", nullable: false),
                    remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    cancel_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_order", x => x.id);
                    table.ForeignKey(
                        name: "fk_orders_order_approvals_request_approval_id",
                        column: x => x.approval_id,
                        principalTable: "approvals_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_orders_order_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_orders_order_organization_person_salesperson_id",
                        column: x => x.salesperson_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_orders_order_organization_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_orders_order_territories_territory_territory_id",
                        column: x => x.territory_id,
                        principalTable: "territories_territory",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_meeting_agenda",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    link = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_meeting_agenda", x => new { x.meeting_id, x.line });
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_agenda_collaboration_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "collaboration_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_agenda_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_meeting_invitee",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    attendance = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    late_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    excuse = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_meeting_invitee", x => new { x.meeting_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_invitee_collaboration_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "collaboration_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_invitee_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_meeting_decision",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_meeting_decision", x => new { x.meeting_id, x.line });
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_decision_collaboration_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "collaboration_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_decision_collaboration_task_task_id",
                        column: x => x.task_id,
                        principalTable: "collaboration_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_meeting_decision_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_task_line",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    target_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_task_line", x => new { x.task_id, x.line });
                    table.ForeignKey(
                        name: "fk_collaboration_task_line_collaboration_task_task_id",
                        column: x => x.task_id,
                        principalTable: "collaboration_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_collaboration_task_line_organization_person_actor_id",
                        column: x => x.actor_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collaboration_task_line_organization_person_target_id",
                        column: x => x.target_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_task_participant",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_task_participant", x => new { x.task_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_collaboration_task_participant_collaboration_task_task_id",
                        column: x => x.task_id,
                        principalTable: "collaboration_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_collaboration_task_participant_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_delegation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    deputy_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kinds = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    leave_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_delegation", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_delegation_organization_leave_entry_leave_id",
                        column: x => x.leave_id,
                        principalTable: "organization_leave_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_organization_delegation_organization_person_deputy_id",
                        column: x => x.deputy_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_delegation_organization_person_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_care_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    line = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    trigger = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    occasion = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    occasion_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_by_hand = table.Column<bool>(type: "INTEGER", nullable: false),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    contact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sponsor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    grade = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    budget_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    told_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    gift_cost_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    banquet_cost_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    travel_cost_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    other_cost_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    over_budget_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    score = table.Column<int>(type: "INTEGER", nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    is_latest = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_care_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_care_item_customers_contact_contact_id",
                        column: x => x.contact_id,
                        principalTable: "customers_contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_customers_care_item_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_care_item_organization_person_closed_by_id",
                        column: x => x.closed_by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_care_item_organization_person_sponsor_id",
                        column: x => x.sponsor_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_care_item_organization_person_told_id",
                        column: x => x.told_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_contact_day",
                columns: table => new
                {
                    contact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    calendar = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    is_leap = table.Column<bool>(type: "INTEGER", nullable: false),
                    next_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_contact_day", x => new { x.contact_id, x.line });
                    table.ForeignKey(
                        name: "fk_customers_contact_day_customers_contact_contact_id",
                        column: x => x.contact_id,
                        principalTable: "customers_contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    contact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    evasion = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    interest = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    success_rate_ppm = table.Column<long>(type: "INTEGER", nullable: true),
                    confirmed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    payment_time = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_record", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_record_customers_contact_contact_id",
                        column: x => x.contact_id,
                        principalTable: "customers_contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_customers_record_customers_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_record_organization_person_author_id",
                        column: x => x.author_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_merged_row",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    row_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_merged_row", x => new { x.merge_id, x.kind, x.row_id });
                    table.ForeignKey(
                        name: "fk_customers_merged_row_customers_merge_merge_id",
                        column: x => x.merge_id,
                        principalTable: "customers_merge",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_warning_line",
                columns: table => new
                {
                    warning_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    target_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    cost_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_warning_line", x => new { x.warning_id, x.line });
                    table.ForeignKey(
                        name: "fk_customers_warning_line_customers_warning_warning_id",
                        column: x => x.warning_id,
                        principalTable: "customers_warning",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customers_warning_line_organization_person_by_id",
                        column: x => x.by_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_warning_line_organization_person_target_id",
                        column: x => x.target_id,
                        principalTable: "organization_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_warning_signal",
                columns: table => new
                {
                    warning_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    fired_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reading_e3 = table.Column<long>(type: "INTEGER", nullable: true),
                    threshold_e3 = table.Column<long>(type: "INTEGER", nullable: true),
                    inputs = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers_warning_signal", x => new { x.warning_id, x.indicator });
                    table.ForeignKey(
                        name: "fk_customers_warning_signal_customers_warning_warning_id",
                        column: x => x.warning_id,
                        principalTable: "customers_warning",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "collections_receipt",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collections_receipt", x => x.id);
                    table.ForeignKey(
                        name: "fk_collections_receipt_orders_order_order_id",
                        column: x => x.order_id,
                        principalTable: "orders_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "orders_line",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    product_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    quantity_e3 = table.Column<long>(type: "INTEGER", nullable: false),
                    price_e4 = table.Column<long>(type: "INTEGER", nullable: false),
                    discount_ppm = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    cost_price_e4 = table.Column<long>(type: "INTEGER", nullable: true),
                    cost_minor = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_line", x => new { x.order_id, x.line });
                    table.ForeignKey(
                        name: "fk_orders_line_catalog_product_product_id",
                        column: x => x.product_id,
                        principalTable: "catalog_product",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_orders_line_orders_order_order_id",
                        column: x => x.order_id,
                        principalTable: "orders_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_custom_value_order",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    long_text = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_custom_value_order", x => new { x.record_id, x.field_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_platform_custom_value_order_orders_order_record_id",
                        column: x => x.record_id,
                        principalTable: "orders_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_platform_custom_value_order_platform_custom_field_field_id",
                        column: x => x.field_id,
                        principalTable: "platform_custom_field",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_platform_custom_value_order_platform_option_item_item_id",
                        column: x => x.item_id,
                        principalTable: "platform_option_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_approvals_copy_person_id_at",
                table: "approvals_copy",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_approvals_limit_person_id_position_id_kind",
                table: "approvals_limit",
                columns: new[] { "person_id", "position_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_approvals_limit_position_id",
                table: "approvals_limit",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_log_actor_id",
                table: "approvals_log",
                column: "actor_id");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_log_for_id",
                table: "approvals_log",
                column: "for_id");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_log_target_id",
                table: "approvals_log",
                column: "target_id");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_matter_name",
                table: "approvals_matter",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_approvals_process_owner_person_id",
                table: "approvals_process_owner",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_process_proposal_decided_by_id",
                table: "approvals_process_proposal",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_process_proposal_kind_state",
                table: "approvals_process_proposal",
                columns: new[] { "kind", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_approvals_process_proposal_person_id",
                table: "approvals_process_proposal",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_request_applicant_id_submitted_at",
                table: "approvals_request",
                columns: new[] { "applicant_id", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_approvals_request_kind_subject",
                table: "approvals_request",
                columns: new[] { "kind", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_approvals_request_matter_id",
                table: "approvals_request",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_request_number",
                table: "approvals_request",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_approvals_request_submitted_at",
                table: "approvals_request",
                column: "submitted_at");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_request_table_id",
                table: "approvals_request",
                column: "table_id");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_request_unit_id",
                table: "approvals_request",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_table_edited_by_id",
                table: "approvals_table",
                column: "edited_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_table_kind_number",
                table: "approvals_table",
                columns: new[] { "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_approvals_table_kind_state",
                table: "approvals_table",
                columns: new[] { "kind", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_approvals_turn_by_id_submitted_at_approval_id",
                table: "approvals_turn",
                columns: new[] { "by_id", "submitted_at", "approval_id" });

            migrationBuilder.CreateIndex(
                name: "ix_approvals_turn_ended_at",
                table: "approvals_turn",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_turn_person_id_state_submitted_at_approval_id",
                table: "approvals_turn",
                columns: new[] { "person_id", "state", "submitted_at", "approval_id" });

            migrationBuilder.CreateIndex(
                name: "ix_approvals_turn_state_next_at",
                table: "approvals_turn",
                columns: new[] { "state", "next_at" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_product_number",
                table: "catalog_product",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_concern_author_id_sent_at",
                table: "collaboration_concern",
                columns: new[] { "author_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_concern_sent_at",
                table: "collaboration_concern",
                column: "sent_at");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_concern_line_actor_id",
                table: "collaboration_concern_line",
                column: "actor_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_concern_line_target_id",
                table: "collaboration_concern_line",
                column: "target_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_concern_receiver_from_id",
                table: "collaboration_concern_receiver",
                column: "from_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_concern_receiver_person_id",
                table: "collaboration_concern_receiver",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_feedback_category_id",
                table: "collaboration_feedback",
                column: "category_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_feedback_code_hash",
                table: "collaboration_feedback",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_feedback_person_id",
                table: "collaboration_feedback",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_feedback_state_day",
                table: "collaboration_feedback",
                columns: new[] { "state", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_feedback_category_name",
                table: "collaboration_feedback_category",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_feedback_deed_handler_id",
                table: "collaboration_feedback_deed",
                column: "handler_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_feedback_word_handler_id",
                table: "collaboration_feedback_word",
                column: "handler_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_issue_from_unit_id_raised_on",
                table: "collaboration_issue",
                columns: new[] { "from_unit_id", "raised_on" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_issue_number",
                table: "collaboration_issue",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_issue_owner_id_state",
                table: "collaboration_issue",
                columns: new[] { "owner_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_issue_raised_by_id",
                table: "collaboration_issue",
                column: "raised_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_issue_state",
                table: "collaboration_issue",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_issue_to_unit_id_raised_on",
                table: "collaboration_issue",
                columns: new[] { "to_unit_id", "raised_on" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_issue_line_actor_id",
                table: "collaboration_issue_line",
                column: "actor_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_issue_line_target_id",
                table: "collaboration_issue_line",
                column: "target_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_chair_id",
                table: "collaboration_meeting",
                column: "chair_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_creator_id",
                table: "collaboration_meeting",
                column: "creator_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_day_from",
                table: "collaboration_meeting",
                columns: new[] { "day", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_number",
                table: "collaboration_meeting",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_series_id_rhythm_day",
                table: "collaboration_meeting",
                columns: new[] { "series_id", "rhythm_day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_agenda_person_id",
                table: "collaboration_meeting_agenda",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_decision_person_id",
                table: "collaboration_meeting_decision",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_decision_task_id",
                table: "collaboration_meeting_decision",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_invitee_person_id",
                table: "collaboration_meeting_invitee",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_series_chair_id",
                table: "collaboration_meeting_series",
                column: "chair_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_series_creator_id",
                table: "collaboration_meeting_series",
                column: "creator_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_series_unit_id",
                table: "collaboration_meeting_series",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_series_part_person_id",
                table: "collaboration_meeting_series_part",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_series_part_position_id",
                table: "collaboration_meeting_series_part",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_meeting_series_part_unit_id",
                table: "collaboration_meeting_series_part",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_notice_author_id_created_at",
                table: "collaboration_notice",
                columns: new[] { "author_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_notice_state_confirm_by",
                table: "collaboration_notice",
                columns: new[] { "state", "confirm_by" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_notice_part_person_id",
                table: "collaboration_notice_part",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_notice_part_position_id",
                table: "collaboration_notice_part",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_notice_part_unit_id",
                table: "collaboration_notice_part",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_notice_receipt_person_id_confirmed_at",
                table: "collaboration_notice_receipt",
                columns: new[] { "person_id", "confirmed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_notice_receipt_person_id_read_at",
                table: "collaboration_notice_receipt",
                columns: new[] { "person_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_notice_receipt_unit_id",
                table: "collaboration_notice_receipt",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_policy_first",
                table: "collaboration_policy",
                column: "first",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_task_giver_id_state",
                table: "collaboration_task",
                columns: new[] { "giver_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_task_link",
                table: "collaboration_task",
                column: "link");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_task_number",
                table: "collaboration_task",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_task_owner_id_state_due_on",
                table: "collaboration_task",
                columns: new[] { "owner_id", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_task_series_id_due_on",
                table: "collaboration_task",
                columns: new[] { "series_id", "due_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_task_source_subject",
                table: "collaboration_task",
                columns: new[] { "source", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_task_state_due_on",
                table: "collaboration_task",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_task_line_actor_id",
                table: "collaboration_task_line",
                column: "actor_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_task_line_target_id",
                table: "collaboration_task_line",
                column: "target_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_task_participant_person_id",
                table: "collaboration_task_participant",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_task_series_giver_id",
                table: "collaboration_task_series",
                column: "giver_id");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_task_series_is_stopped_next_on",
                table: "collaboration_task_series",
                columns: new[] { "is_stopped", "next_on" });

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_task_series_owner_id",
                table: "collaboration_task_series",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_collections_receipt_number",
                table: "collections_receipt",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_collections_receipt_order_id",
                table: "collections_receipt",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_collections_receipt_received_on",
                table: "collections_receipt",
                column: "received_on");

            migrationBuilder.CreateIndex(
                name: "ix_customers_campaign_number",
                table: "customers_campaign",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_campaign_owner_id",
                table: "customers_campaign",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_campaign_part_person_id",
                table: "customers_campaign_part",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_campaign_part_unit_id",
                table: "customers_campaign_part",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_care_item_closed_by_id",
                table: "customers_care_item",
                column: "closed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_care_item_closed_on",
                table: "customers_care_item",
                column: "closed_on");

            migrationBuilder.CreateIndex(
                name: "ix_customers_care_item_contact_id",
                table: "customers_care_item",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_care_item_customer_id_kind_occasion",
                table: "customers_care_item",
                columns: new[] { "customer_id", "kind", "occasion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_care_item_is_latest_customer_id",
                table: "customers_care_item",
                columns: new[] { "is_latest", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_care_item_occasion_on",
                table: "customers_care_item",
                column: "occasion_on");

            migrationBuilder.CreateIndex(
                name: "ix_customers_care_item_sponsor_id",
                table: "customers_care_item",
                column: "sponsor_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_care_item_state_due_on",
                table: "customers_care_item",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_care_item_told_id",
                table: "customers_care_item",
                column: "told_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_care_policy_first",
                table: "customers_care_policy",
                column: "first",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_contact_customer_id",
                table: "customers_contact",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_contact_day_next_on",
                table: "customers_contact_day",
                column: "next_on");

            migrationBuilder.CreateIndex(
                name: "ix_customers_credit_by_id",
                table: "customers_credit",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_credit_customer_id_at",
                table: "customers_credit",
                columns: new[] { "customer_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_credit_import_id",
                table: "customers_credit",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_credit_now_for",
                table: "customers_credit",
                column: "now_for",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_credit_policy_by_id",
                table: "customers_credit_policy",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_credit_policy_first",
                table: "customers_credit_policy",
                column: "first",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_credit_rating_now_for",
                table: "customers_credit",
                columns: new[] { "rating", "now_for" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_credit_request_approval_id",
                table: "customers_credit_request",
                column: "approval_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_credit_request_by_id",
                table: "customers_credit_request",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_credit_request_customer_id_at",
                table: "customers_credit_request",
                columns: new[] { "customer_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_credit_request_open_for",
                table: "customers_credit_request",
                column: "open_for",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_customer_completeness_ppm",
                table: "customers_customer",
                column: "completeness_ppm");

            migrationBuilder.CreateIndex(
                name: "ix_customers_customer_created_at",
                table: "customers_customer",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_customers_customer_credit_code",
                table: "customers_customer",
                column: "credit_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_customer_merged_into_id",
                table: "customers_customer",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_customer_number",
                table: "customers_customer",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_customer_owned_on",
                table: "customers_customer",
                column: "owned_on");

            migrationBuilder.CreateIndex(
                name: "ix_customers_customer_owner_id_state_created_at",
                table: "customers_customer",
                columns: new[] { "owner_id", "state", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_customer_pool_id_created_at",
                table: "customers_customer",
                columns: new[] { "pool_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_customer_territory_id",
                table: "customers_customer",
                column: "territory_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_dismissed_pair_by_id",
                table: "customers_dismissed_pair",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_dismissed_pair_second_id",
                table: "customers_dismissed_pair",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_dispute_claimant_id",
                table: "customers_dispute",
                column: "claimant_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_dispute_customer_id_claimant_id",
                table: "customers_dispute",
                columns: new[] { "customer_id", "claimant_id" },
                unique: true,
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_customers_dispute_holder_id",
                table: "customers_dispute",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_dispute_number",
                table: "customers_dispute",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_dispute_ruled_by_id",
                table: "customers_dispute",
                column: "ruled_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_dispute_rules_id",
                table: "customers_dispute",
                column: "rules_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_dispute_state_rule_by",
                table: "customers_dispute",
                columns: new[] { "state", "rule_by" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_grade_policy_id",
                table: "customers_grade",
                column: "policy_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_grade_segment",
                table: "customers_grade",
                column: "segment");

            migrationBuilder.CreateIndex(
                name: "ix_customers_grade_line_policy_id",
                table: "customers_grade_line",
                column: "policy_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_grade_mark_by_id",
                table: "customers_grade_mark",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_grade_mark_customer_id_criterion_on",
                table: "customers_grade_mark",
                columns: new[] { "customer_id", "criterion", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_grade_override_by_id",
                table: "customers_grade_override",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_grade_override_customer_id_card_until",
                table: "customers_grade_override",
                columns: new[] { "customer_id", "card", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_grading_policy_first",
                table: "customers_grading_policy",
                column: "first",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_grading_run_policy_id",
                table: "customers_grading_run",
                column: "policy_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_identity_found_id",
                table: "customers_identity",
                column: "found_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_identity_unique_name",
                table: "customers_identity",
                column: "unique_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_key_value",
                table: "customers_key",
                column: "value");

            migrationBuilder.CreateIndex(
                name: "ix_customers_key_account_customer_id_first",
                table: "customers_key_account",
                columns: new[] { "customer_id", "first" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_key_account_now_for",
                table: "customers_key_account",
                column: "now_for",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_key_account_sponsor_id",
                table: "customers_key_account",
                column: "sponsor_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_merge_at",
                table: "customers_merge",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_customers_merge_by_id",
                table: "customers_merge",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_merge_merged_id",
                table: "customers_merge",
                column: "merged_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_merge_survivor_id",
                table: "customers_merge",
                column: "survivor_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_merge_undone_by_id",
                table: "customers_merge",
                column: "undone_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_campaign_id_key",
                table: "customers_name",
                columns: new[] { "campaign_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_customer_id",
                table: "customers_name",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_day",
                table: "customers_name",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_key",
                table: "customers_name",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_owner_id_state_day",
                table: "customers_name",
                columns: new[] { "owner_id", "state", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_prepared_by_id_day",
                table: "customers_name",
                columns: new[] { "prepared_by_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_norm_position_id",
                table: "customers_name_norm",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_norm_unit_id_position_id_first",
                table: "customers_name_norm",
                columns: new[] { "unit_id", "position_id", "first" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_policy_campaign_id_first",
                table: "customers_name_policy",
                columns: new[] { "campaign_id", "first" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_ownership_by_id",
                table: "customers_ownership",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_ownership_customer_id",
                table: "customers_ownership",
                column: "customer_id",
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_customers_ownership_owner_id_on",
                table: "customers_ownership",
                columns: new[] { "owner_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_ownership_rules_by_id",
                table: "customers_ownership_rules",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_ownership_rules_first",
                table: "customers_ownership_rules",
                column: "first",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_pool_name",
                table: "customers_pool",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_pool_territory_id",
                table: "customers_pool",
                column: "territory_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_pool_unit_id",
                table: "customers_pool",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_pool_access_position_id",
                table: "customers_pool_access",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_pool_access_unit_id",
                table: "customers_pool_access",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_pool_look_customer_id",
                table: "customers_pool_look",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_record_author_id_day",
                table: "customers_record",
                columns: new[] { "author_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_record_contact_id",
                table: "customers_record",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_record_customer_id_at",
                table: "customers_record",
                columns: new[] { "customer_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_recycled_customer_id",
                table: "customers_recycled",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_recycled_owner_id",
                table: "customers_recycled",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_recycled_run_id_batch",
                table: "customers_recycled",
                columns: new[] { "run_id", "batch" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_recycling_run_day",
                table: "customers_recycling_run",
                column: "day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_relation_from_id_to_id_kind_id",
                table: "customers_relation",
                columns: new[] { "from_id", "to_id", "kind_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_relation_kind_id",
                table: "customers_relation",
                column: "kind_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_relation_to_id",
                table: "customers_relation",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_relation_kind_name",
                table: "customers_relation_kind",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_review_card_author_id",
                table: "customers_review_card",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_review_card_customer_id_month",
                table: "customers_review_card",
                columns: new[] { "customer_id", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_review_card_month",
                table: "customers_review_card",
                column: "month");

            migrationBuilder.CreateIndex(
                name: "ix_customers_review_card_of_id_month",
                table: "customers_review_card",
                columns: new[] { "of_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_share_customer_id_line",
                table: "customers_share",
                columns: new[] { "customer_id", "line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_share_customer_id_person_id",
                table: "customers_share",
                columns: new[] { "customer_id", "person_id" },
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_customers_share_person_id_until",
                table: "customers_share",
                columns: new[] { "person_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_strategy_card_author_id",
                table: "customers_strategy_card",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_strategy_card_customer_id_at",
                table: "customers_strategy_card",
                columns: new[] { "customer_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_territory_move_cause_id_customer_id",
                table: "customers_territory_move",
                columns: new[] { "cause_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_territory_move_customer_id_first",
                table: "customers_territory_move",
                columns: new[] { "customer_id", "first" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_territory_move_from_id",
                table: "customers_territory_move",
                column: "from_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_territory_move_to_id",
                table: "customers_territory_move",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_warning_customer_id_opened_on",
                table: "customers_warning",
                columns: new[] { "customer_id", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_warning_open_for",
                table: "customers_warning",
                column: "open_for",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_warning_opened_on",
                table: "customers_warning",
                column: "opened_on");

            migrationBuilder.CreateIndex(
                name: "ix_customers_warning_line_by_id",
                table: "customers_warning_line",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_warning_line_target_id",
                table: "customers_warning_line",
                column: "target_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_warning_policy_first",
                table: "customers_warning_policy",
                column: "first",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_watched_by_id",
                table: "customers_watched",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_line_product_id",
                table: "orders_line",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_order_approval_id",
                table: "orders_order",
                column: "approval_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_order_customer_id_ordered_on",
                table: "orders_order",
                columns: new[] { "customer_id", "ordered_on" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_order_number",
                table: "orders_order",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_order_ordered_on_salesperson_id",
                table: "orders_order",
                columns: new[] { "ordered_on", "salesperson_id" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_order_salesperson_id_state_amount_minor",
                table: "orders_order",
                columns: new[] { "salesperson_id", "state", "amount_minor" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_order_territory_id",
                table: "orders_order",
                column: "territory_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_order_unit_id",
                table: "orders_order",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_attendance_correction_decided_by_id",
                table: "organization_attendance_correction",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_attendance_correction_person_id_day",
                table: "organization_attendance_correction",
                columns: new[] { "person_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_attendance_correction_state_day",
                table: "organization_attendance_correction",
                columns: new[] { "state", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_attendance_month_closed_by_id",
                table: "organization_attendance_month",
                column: "closed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_attendance_punch_day",
                table: "organization_attendance_punch",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_organization_attendance_punch_person_id_day_at",
                table: "organization_attendance_punch",
                columns: new[] { "person_id", "day", "at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_attendance_result_day",
                table: "organization_attendance_result",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_organization_attendance_result_leave_kind_id",
                table: "organization_attendance_result",
                column: "leave_kind_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_calendar_entry_first",
                table: "organization_calendar_entry",
                column: "first");

            migrationBuilder.CreateIndex(
                name: "ix_organization_calendar_entry_unit_id",
                table: "organization_calendar_entry",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_delegation_deputy_id_last",
                table: "organization_delegation",
                columns: new[] { "deputy_id", "last" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_delegation_leave_id",
                table: "organization_delegation",
                column: "leave_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_delegation_person_id_first",
                table: "organization_delegation",
                columns: new[] { "person_id", "first" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_document_position_id",
                table: "organization_document",
                column: "position_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_document_responsible_id",
                table: "organization_document",
                column: "responsible_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_document_asking_person_id",
                table: "organization_document_asking",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_document_edition_approver_id",
                table: "organization_document_edition",
                column: "approver_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_document_edition_author_id",
                table: "organization_document_edition",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_document_edition_checker_id",
                table: "organization_document_edition",
                column: "checker_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_document_edition_unit_id",
                table: "organization_document_edition",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_document_policy_first",
                table: "organization_document_policy",
                column: "first",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_document_receipt_person_id",
                table: "organization_document_receipt",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_document_review_document_id",
                table: "organization_document_review",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_document_review_person_id",
                table: "organization_document_review",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_document_unit_unit_id",
                table: "organization_document_unit",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_grade_name",
                table: "organization_grade",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_hand_over_person_id_at",
                table: "organization_hand_over",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_hand_over_line_to_id",
                table: "organization_hand_over_line",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_leave_application_deputy_id",
                table: "organization_leave_application",
                column: "deputy_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_leave_application_kind_id",
                table: "organization_leave_application",
                column: "kind_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_leave_application_person_id_first",
                table: "organization_leave_application",
                columns: new[] { "person_id", "first" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_leave_entry_application_id",
                table: "organization_leave_entry",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_leave_entry_first",
                table: "organization_leave_entry",
                column: "first");

            migrationBuilder.CreateIndex(
                name: "ix_organization_leave_entry_kind_id",
                table: "organization_leave_entry",
                column: "kind_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_leave_entry_person_id_first",
                table: "organization_leave_entry",
                columns: new[] { "person_id", "first" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_leave_kind_name",
                table: "organization_leave_kind",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_membership_manager_id",
                table: "organization_membership",
                column: "manager_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_membership_person_id_first",
                table: "organization_membership",
                columns: new[] { "person_id", "first" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_membership_position_id",
                table: "organization_membership",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_membership_reorganization_id",
                table: "organization_membership",
                column: "reorganization_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_membership_unit_id_first",
                table: "organization_membership",
                columns: new[] { "unit_id", "first" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_person_grade_id",
                table: "organization_person",
                column: "grade_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_person_number",
                table: "organization_person",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_position_name",
                table: "organization_position",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_reorganization_day",
                table: "organization_reorganization",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_organization_stage_rule_first",
                table: "organization_stage_rule",
                column: "first",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_unit_term_head_id",
                table: "organization_unit_term",
                column: "head_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_unit_term_parent_id",
                table: "organization_unit_term",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_unit_term_reorganization_id",
                table: "organization_unit_term",
                column: "reorganization_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_unit_term_unit_id_first",
                table: "organization_unit_term",
                columns: new[] { "unit_id", "first" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_work_hours_unit_id_first",
                table: "organization_work_hours",
                columns: new[] { "unit_id", "first" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planning_goal_last_first",
                table: "planning_goal",
                columns: new[] { "last", "first" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_goal_person_id_first",
                table: "planning_goal",
                columns: new[] { "person_id", "first" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planning_goal_territory_id",
                table: "planning_goal",
                column: "territory_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_goal_unit_id",
                table: "planning_goal",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_account_normalized_email",
                table: "platform_account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_platform_account_normalized_user_name",
                table: "platform_account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_account_person_id",
                table: "platform_account",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_account_claim_user_id",
                table: "platform_account_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_account_login_user_id",
                table: "platform_account_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_account_passkey_user_id",
                table: "platform_account_passkey",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_account_role_role_id",
                table: "platform_account_role",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_audit_entry_at",
                table: "platform_audit_entry",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_platform_audit_entry_entity_entity_id_id",
                table: "platform_audit_entry",
                columns: new[] { "entity", "entity_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_audit_entry_position",
                table: "platform_audit_entry",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_field_list_id",
                table: "platform_custom_field",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_field_subject_code",
                table: "platform_custom_field",
                columns: new[] { "subject", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_value_customer_field_id_item_id_record_id",
                table: "platform_custom_value_customer",
                columns: new[] { "field_id", "item_id", "record_id" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_value_customer_field_id_number_record_id",
                table: "platform_custom_value_customer",
                columns: new[] { "field_id", "number", "record_id" },
                filter: "number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_value_customer_field_id_text_record_id",
                table: "platform_custom_value_customer",
                columns: new[] { "field_id", "text", "record_id" },
                filter: "text IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_value_customer_item_id",
                table: "platform_custom_value_customer",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_value_order_field_id_item_id_record_id",
                table: "platform_custom_value_order",
                columns: new[] { "field_id", "item_id", "record_id" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_value_order_field_id_number_record_id",
                table: "platform_custom_value_order",
                columns: new[] { "field_id", "number", "record_id" },
                filter: "number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_value_order_field_id_text_record_id",
                table: "platform_custom_value_order",
                columns: new[] { "field_id", "text", "record_id" },
                filter: "text IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_value_order_item_id",
                table: "platform_custom_value_order",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_value_person_field_id_item_id_record_id",
                table: "platform_custom_value_person",
                columns: new[] { "field_id", "item_id", "record_id" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_value_person_field_id_number_record_id",
                table: "platform_custom_value_person",
                columns: new[] { "field_id", "number", "record_id" },
                filter: "number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_value_person_field_id_text_record_id",
                table: "platform_custom_value_person",
                columns: new[] { "field_id", "text", "record_id" },
                filter: "text IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_custom_value_person_item_id",
                table: "platform_custom_value_person",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_delivery_account_id",
                table: "platform_delivery",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_delivery_batch_id",
                table: "platform_delivery",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_delivery_created_at",
                table: "platform_delivery",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_platform_delivery_notification_id",
                table: "platform_delivery",
                column: "notification_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_delivery_robot_id",
                table: "platform_delivery",
                column: "robot_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_delivery_state_next_at",
                table: "platform_delivery",
                columns: new[] { "state", "next_at" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_file_account_id_created_at",
                table: "platform_file",
                columns: new[] { "account_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_file_entity_entity_id",
                table: "platform_file",
                columns: new[] { "entity", "entity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_file_sha256",
                table: "platform_file",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_platform_idempotent_request_at",
                table: "platform_idempotent_request",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_platform_import_account_id_uploaded_at",
                table: "platform_import",
                columns: new[] { "account_id", "uploaded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_import_uploaded_at",
                table: "platform_import",
                column: "uploaded_at");

            migrationBuilder.CreateIndex(
                name: "ix_platform_import_fault_import_id_line",
                table: "platform_import_fault",
                columns: new[] { "import_id", "line" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_import_record_import_id_entity_entity_id",
                table: "platform_import_record",
                columns: new[] { "import_id", "entity", "entity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_import_template_kind_name",
                table: "platform_import_template",
                columns: new[] { "kind", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_job_at",
                table: "platform_job",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_platform_notification_account_id_created_at",
                table: "platform_notification",
                columns: new[] { "account_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_notification_account_id_read_at",
                table: "platform_notification",
                columns: new[] { "account_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_option_item_list_id_code",
                table: "platform_option_item",
                columns: new[] { "list_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_option_list_name",
                table: "platform_option_list",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_robot_name",
                table: "platform_robot",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_role_code",
                table: "platform_role",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_saved_view_account_id_list_name",
                table: "platform_saved_view",
                columns: new[] { "account_id", "list", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_saved_view_list_shared",
                table: "platform_saved_view",
                columns: new[] { "list", "shared" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_session_account_id_kind",
                table: "platform_session",
                columns: new[] { "account_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_session_token_hash",
                table: "platform_session",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_territories_division_edited_by_id",
                table: "territories_division",
                column: "edited_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_territories_division_number",
                table: "territories_division",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_territories_division_state",
                table: "territories_division",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_territories_guard_policy_first",
                table: "territories_guard_policy",
                column: "first");

            migrationBuilder.CreateIndex(
                name: "ix_territories_guard_policy_position_id",
                table: "territories_guard_policy",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ix_territories_guard_policy_unit_id",
                table: "territories_guard_policy",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_territories_holder_person_id",
                table: "territories_holder",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_territories_holder_territory_id_person_id_first",
                table: "territories_holder",
                columns: new[] { "territory_id", "person_id", "first" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_territories_market_figure_territory_id",
                table: "territories_market_figure",
                column: "territory_id");

            migrationBuilder.CreateIndex(
                name: "ix_territories_market_figure_year_territory_id",
                table: "territories_market_figure",
                columns: new[] { "year", "territory_id" });

            migrationBuilder.CreateIndex(
                name: "ix_territories_outside_work_at",
                table: "territories_outside_work",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_territories_outside_work_person_id_at",
                table: "territories_outside_work",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_territories_outside_work_seen_by_id",
                table: "territories_outside_work",
                column: "seen_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_territories_outside_work_territory_id",
                table: "territories_outside_work",
                column: "territory_id");

            migrationBuilder.CreateIndex(
                name: "ix_territories_release_decided_by_id",
                table: "territories_release",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_territories_release_person_id_state",
                table: "territories_release",
                columns: new[] { "person_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_territories_release_state_asked_at",
                table: "territories_release",
                columns: new[] { "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_territories_release_territory_id",
                table: "territories_release",
                column: "territory_id");

            migrationBuilder.CreateIndex(
                name: "ix_territories_sizing_plan_year_name",
                table: "territories_sizing_plan",
                columns: new[] { "year", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_territories_standard_first",
                table: "territories_standard",
                column: "first",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_territories_territory_number",
                table: "territories_territory",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_territories_territory_parent_id_name",
                table: "territories_territory",
                columns: new[] { "parent_id", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approvals_copy");

            migrationBuilder.DropTable(
                name: "approvals_limit");

            migrationBuilder.DropTable(
                name: "approvals_log");

            migrationBuilder.DropTable(
                name: "approvals_process_owner");

            migrationBuilder.DropTable(
                name: "approvals_process_proposal");

            migrationBuilder.DropTable(
                name: "approvals_step");

            migrationBuilder.DropTable(
                name: "approvals_turn");

            migrationBuilder.DropTable(
                name: "collaboration_concern_line");

            migrationBuilder.DropTable(
                name: "collaboration_concern_receiver");

            migrationBuilder.DropTable(
                name: "collaboration_feedback_deed");

            migrationBuilder.DropTable(
                name: "collaboration_feedback_word");

            migrationBuilder.DropTable(
                name: "collaboration_issue_line");

            migrationBuilder.DropTable(
                name: "collaboration_meeting_agenda");

            migrationBuilder.DropTable(
                name: "collaboration_meeting_decision");

            migrationBuilder.DropTable(
                name: "collaboration_meeting_invitee");

            migrationBuilder.DropTable(
                name: "collaboration_meeting_series_part");

            migrationBuilder.DropTable(
                name: "collaboration_notice_part");

            migrationBuilder.DropTable(
                name: "collaboration_notice_receipt");

            migrationBuilder.DropTable(
                name: "collaboration_policy");

            migrationBuilder.DropTable(
                name: "collaboration_task_line");

            migrationBuilder.DropTable(
                name: "collaboration_task_participant");

            migrationBuilder.DropTable(
                name: "collections_receipt");

            migrationBuilder.DropTable(
                name: "customers_campaign_part");

            migrationBuilder.DropTable(
                name: "customers_care_item");

            migrationBuilder.DropTable(
                name: "customers_care_policy");

            migrationBuilder.DropTable(
                name: "customers_care_run");

            migrationBuilder.DropTable(
                name: "customers_contact_day");

            migrationBuilder.DropTable(
                name: "customers_credit");

            migrationBuilder.DropTable(
                name: "customers_credit_policy");

            migrationBuilder.DropTable(
                name: "customers_credit_request");

            migrationBuilder.DropTable(
                name: "customers_data_card");

            migrationBuilder.DropTable(
                name: "customers_dismissed_pair");

            migrationBuilder.DropTable(
                name: "customers_dispute");

            migrationBuilder.DropTable(
                name: "customers_file_policy");

            migrationBuilder.DropTable(
                name: "customers_grade");

            migrationBuilder.DropTable(
                name: "customers_grade_line");

            migrationBuilder.DropTable(
                name: "customers_grade_mark");

            migrationBuilder.DropTable(
                name: "customers_grade_override");

            migrationBuilder.DropTable(
                name: "customers_grading_run");

            migrationBuilder.DropTable(
                name: "customers_identity");

            migrationBuilder.DropTable(
                name: "customers_identity_policy");

            migrationBuilder.DropTable(
                name: "customers_key");

            migrationBuilder.DropTable(
                name: "customers_key_account");

            migrationBuilder.DropTable(
                name: "customers_key_account_policy");

            migrationBuilder.DropTable(
                name: "customers_merged_row");

            migrationBuilder.DropTable(
                name: "customers_name");

            migrationBuilder.DropTable(
                name: "customers_name_norm");

            migrationBuilder.DropTable(
                name: "customers_name_policy");

            migrationBuilder.DropTable(
                name: "customers_ownership");

            migrationBuilder.DropTable(
                name: "customers_pool_access");

            migrationBuilder.DropTable(
                name: "customers_pool_look");

            migrationBuilder.DropTable(
                name: "customers_record");

            migrationBuilder.DropTable(
                name: "customers_recycled");

            migrationBuilder.DropTable(
                name: "customers_recycling_reminder");

            migrationBuilder.DropTable(
                name: "customers_relation");

            migrationBuilder.DropTable(
                name: "customers_review_card");

            migrationBuilder.DropTable(
                name: "customers_rhythm_fit");

            migrationBuilder.DropTable(
                name: "customers_share");

            migrationBuilder.DropTable(
                name: "customers_strategy_card");

            migrationBuilder.DropTable(
                name: "customers_territory_move");

            migrationBuilder.DropTable(
                name: "customers_warning_line");

            migrationBuilder.DropTable(
                name: "customers_warning_policy");

            migrationBuilder.DropTable(
                name: "customers_warning_signal");

            migrationBuilder.DropTable(
                name: "customers_watched");

            migrationBuilder.DropTable(
                name: "orders_line");

            migrationBuilder.DropTable(
                name: "orders_monthly_sales");

            migrationBuilder.DropTable(
                name: "organization_attendance_correction");

            migrationBuilder.DropTable(
                name: "organization_attendance_month");

            migrationBuilder.DropTable(
                name: "organization_attendance_punch");

            migrationBuilder.DropTable(
                name: "organization_attendance_result");

            migrationBuilder.DropTable(
                name: "organization_calendar_entry");

            migrationBuilder.DropTable(
                name: "organization_company");

            migrationBuilder.DropTable(
                name: "organization_delegation");

            migrationBuilder.DropTable(
                name: "organization_document_asking");

            migrationBuilder.DropTable(
                name: "organization_document_edition");

            migrationBuilder.DropTable(
                name: "organization_document_policy");

            migrationBuilder.DropTable(
                name: "organization_document_receipt");

            migrationBuilder.DropTable(
                name: "organization_document_review");

            migrationBuilder.DropTable(
                name: "organization_document_unit");

            migrationBuilder.DropTable(
                name: "organization_hand_over_line");

            migrationBuilder.DropTable(
                name: "organization_membership");

            migrationBuilder.DropTable(
                name: "organization_stage_rule");

            migrationBuilder.DropTable(
                name: "organization_unit_term");

            migrationBuilder.DropTable(
                name: "organization_work_hours");

            migrationBuilder.DropTable(
                name: "planning_goal");

            migrationBuilder.DropTable(
                name: "platform_account_claim");

            migrationBuilder.DropTable(
                name: "platform_account_login");

            migrationBuilder.DropTable(
                name: "platform_account_passkey");

            migrationBuilder.DropTable(
                name: "platform_account_role");

            migrationBuilder.DropTable(
                name: "platform_account_token");

            migrationBuilder.DropTable(
                name: "platform_audit_entry");

            migrationBuilder.DropTable(
                name: "platform_audit_head");

            migrationBuilder.DropTable(
                name: "platform_custom_value_customer");

            migrationBuilder.DropTable(
                name: "platform_custom_value_order");

            migrationBuilder.DropTable(
                name: "platform_custom_value_person");

            migrationBuilder.DropTable(
                name: "platform_delivery");

            migrationBuilder.DropTable(
                name: "platform_field_rule");

            migrationBuilder.DropTable(
                name: "platform_file");

            migrationBuilder.DropTable(
                name: "platform_idempotent_request");

            migrationBuilder.DropTable(
                name: "platform_import_fault");

            migrationBuilder.DropTable(
                name: "platform_import_record");

            migrationBuilder.DropTable(
                name: "platform_import_template");

            migrationBuilder.DropTable(
                name: "platform_job");

            migrationBuilder.DropTable(
                name: "platform_mail_server");

            migrationBuilder.DropTable(
                name: "platform_notification_kind");

            migrationBuilder.DropTable(
                name: "platform_notification_settings");

            migrationBuilder.DropTable(
                name: "platform_notification_wish");

            migrationBuilder.DropTable(
                name: "platform_number_sequence");

            migrationBuilder.DropTable(
                name: "platform_protection_key");

            migrationBuilder.DropTable(
                name: "platform_role_grant");

            migrationBuilder.DropTable(
                name: "platform_saved_view");

            migrationBuilder.DropTable(
                name: "platform_session");

            migrationBuilder.DropTable(
                name: "territories_division");

            migrationBuilder.DropTable(
                name: "territories_guard_policy");

            migrationBuilder.DropTable(
                name: "territories_holder");

            migrationBuilder.DropTable(
                name: "territories_market_figure");

            migrationBuilder.DropTable(
                name: "territories_outside_work");

            migrationBuilder.DropTable(
                name: "territories_release");

            migrationBuilder.DropTable(
                name: "territories_scenario");

            migrationBuilder.DropTable(
                name: "territories_sizing_plan");

            migrationBuilder.DropTable(
                name: "territories_standard");

            migrationBuilder.DropTable(
                name: "collaboration_concern");

            migrationBuilder.DropTable(
                name: "collaboration_feedback");

            migrationBuilder.DropTable(
                name: "collaboration_issue");

            migrationBuilder.DropTable(
                name: "collaboration_meeting");

            migrationBuilder.DropTable(
                name: "collaboration_notice");

            migrationBuilder.DropTable(
                name: "collaboration_task");

            migrationBuilder.DropTable(
                name: "customers_ownership_rules");

            migrationBuilder.DropTable(
                name: "customers_grading_policy");

            migrationBuilder.DropTable(
                name: "customers_merge");

            migrationBuilder.DropTable(
                name: "customers_campaign");

            migrationBuilder.DropTable(
                name: "customers_contact");

            migrationBuilder.DropTable(
                name: "customers_recycling_run");

            migrationBuilder.DropTable(
                name: "customers_relation_kind");

            migrationBuilder.DropTable(
                name: "customers_warning");

            migrationBuilder.DropTable(
                name: "catalog_product");

            migrationBuilder.DropTable(
                name: "organization_leave_entry");

            migrationBuilder.DropTable(
                name: "organization_document");

            migrationBuilder.DropTable(
                name: "organization_hand_over");

            migrationBuilder.DropTable(
                name: "organization_reorganization");

            migrationBuilder.DropTable(
                name: "orders_order");

            migrationBuilder.DropTable(
                name: "platform_custom_field");

            migrationBuilder.DropTable(
                name: "platform_option_item");

            migrationBuilder.DropTable(
                name: "platform_notification");

            migrationBuilder.DropTable(
                name: "platform_robot");

            migrationBuilder.DropTable(
                name: "platform_import");

            migrationBuilder.DropTable(
                name: "platform_role");

            migrationBuilder.DropTable(
                name: "collaboration_feedback_category");

            migrationBuilder.DropTable(
                name: "collaboration_meeting_series");

            migrationBuilder.DropTable(
                name: "collaboration_task_series");

            migrationBuilder.DropTable(
                name: "organization_leave_application");

            migrationBuilder.DropTable(
                name: "organization_position");

            migrationBuilder.DropTable(
                name: "approvals_request");

            migrationBuilder.DropTable(
                name: "customers_customer");

            migrationBuilder.DropTable(
                name: "platform_option_list");

            migrationBuilder.DropTable(
                name: "platform_account");

            migrationBuilder.DropTable(
                name: "organization_leave_kind");

            migrationBuilder.DropTable(
                name: "approvals_matter");

            migrationBuilder.DropTable(
                name: "approvals_table");

            migrationBuilder.DropTable(
                name: "customers_pool");

            migrationBuilder.DropTable(
                name: "organization_person");

            migrationBuilder.DropTable(
                name: "organization_unit");

            migrationBuilder.DropTable(
                name: "territories_territory");

            migrationBuilder.DropTable(
                name: "organization_grade");
        }
    }
}
