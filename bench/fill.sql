-- Fills a new house on PostgreSQL with as much as psql is told: -v people=200 -v customers=20000 -v orders=100000 -v months=24.
-- Nothing is random: record n of a kind always has the same id and the same neighbours, so that the load driver and pgbench can name any
-- record, and who it belongs to, from its number alone (functions owner_of, customer_of here, the same in load.mjs).
\set ON_ERROR_STOP on
SET client_min_messages = warning;
-- Skips the check of each foreign key, which would take most of the time.
SET session_replication_role = replica;

CREATE SCHEMA bench;

-- As the product's own ids: they grow with time. Kinds: 1 unit, 2 person, 3 customer, 4 order, 5 product, 6 territory, 7 account, 8 goal, 9 the rest.
CREATE FUNCTION bench.id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT ('01900000-000' || kind || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
-- 1 general manager, 4 directors, 20 managers; from 26 on sales reps.
CREATE FUNCTION bench.owner_of(customer bigint, people bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT 26 + customer % (people - 25) $$;
CREATE FUNCTION bench.customer_of(sale bigint, customers bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT 1 + (sale * 7919) % customers $$;
-- 1 the company, 2 to 5 regions, 6 to 25 teams.
CREATE FUNCTION bench.unit_of(person bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN person <= 25 THEN person ELSE 6 + person % 20 END $$;
-- Three of the forty cities for each rep.
CREATE FUNCTION bench.territory_of(customer bigint, people bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT 6 + (bench.owner_of(customer, people) + customer / (people - 25) % 3 * 13) % 40 $$;

UPDATE organization_unit_term SET unit_id = bench.id(1, 1), head_id = bench.id(2, 1);
UPDATE organization_unit SET id = bench.id(1, 1);
INSERT INTO organization_unit (id, version) SELECT bench.id(1, n), 1 FROM generate_series(2, 25) n;
INSERT INTO organization_unit_term (id, unit_id, parent_id, name, kind, head_id, "order", is_closed, first)
SELECT bench.id(9, 900000 + n), bench.id(1, n), bench.id(1, CASE WHEN n <= 5 THEN 1 ELSE 2 + (n - 6) / 5 END), 'Unit ' || n, CASE WHEN n <= 5 THEN 'Region' ELSE 'Team' END,
    bench.id(2, n), n, false, date '1900-01-01'
FROM generate_series(2, 25) n;

INSERT INTO organization_position (id, name, version) VALUES (bench.id(9, 1), 'Sales', 1);

INSERT INTO organization_person (id, number, name, email, hired_on, version)
SELECT bench.id(2, n), 'P-' || lpad(n::text, 6, '0'), '员工' || n, 'p' || n || '@example.com', current_date - 9000, 1 FROM generate_series(1, :people) n;

INSERT INTO organization_membership (id, person_id, unit_id, position_id, first)
SELECT bench.id(9, n), bench.id(2, n), bench.id(1, bench.unit_of(n)), bench.id(9, 1), current_date - 9000 FROM generate_series(1, :people) n;

INSERT INTO territories_territory (id, number, parent_id, name, "order", version)
SELECT bench.id(6, n), 'T-' || lpad(n::text, 6, '0'), CASE WHEN n = 1 THEN NULL WHEN n <= 5 THEN bench.id(6, 1) ELSE bench.id(6, 2 + n % 4) END, '区域' || n, n, 1
FROM generate_series(1, 45) n;

INSERT INTO platform_account (id, person_id, user_name, normalized_user_name, is_disabled, must_change_password, created_at, email_confirmed,
    phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
SELECT bench.id(7, n), bench.id(2, n), 'p' || n, 'P' || n, false, false, now(), false, false, false, true, 0 FROM generate_series(1, :people) n;

INSERT INTO platform_account_role (account_id, role_id)
SELECT bench.id(7, n), role.id
FROM generate_series(1, :people) n
JOIN platform_role role ON role.code = CASE WHEN n = 1 THEN 'general-manager' WHEN n <= 5 THEN 'director' WHEN n <= 25 THEN 'manager' ELSE 'rep' END;

-- The general manager may have the customers gone through, so that they are found by name, and draws territories.
INSERT INTO platform_role_grant (role_id, permission, scope)
SELECT id, permission, 'All' FROM platform_role, unnest(ARRAY['customers.policy-edit', 'territories.edit']) permission WHERE code = 'general-manager';

-- A token for each person: bench-1, bench-2, …
INSERT INTO platform_session (id, account_id, kind, name, token_hash, created_at, last_seen_at, expires_at, "from", user_agent)
SELECT bench.id(7, n), bench.id(7, n), 'Token', 'bench', encode(sha256(('bench-' || n)::bytea), 'hex'), now(), now(), now() + interval '10 days', '', ''
FROM generate_series(1, :people) n;

INSERT INTO catalog_product (id, number, name, line, unit, list_price_e4, is_active, version)
SELECT bench.id(5, n), 'G-' || lpad(n::text, 6, '0'), '产品' || n, '产品线' || n % 5, '台', 10000000 + n * 10000, true, 1 FROM generate_series(1, 200) n;

-- Place, root of two signs, trade: 苏州砚汀科技有限公司. A million of them repeat places, roots and trades as real ones do; each is there once.
CREATE FUNCTION bench.name(n bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT (ARRAY['苏州','无锡','南京','杭州','宁波','合肥','济南','青岛','武汉','长沙','广州','深圳','佛山','成都','重庆','西安','郑州','福州','厦门','天津','沈阳','大连','昆明','贵阳','南昌'])[1 + n % 25]
    || substr('砚榆棠禾澄岫笠蔚泠沐筠屹朔珑璟湛翊峤衍皓铎稷漱黎楠桐澜霁缙旻岚瑾', (1 + n / 25 % 32)::int, 1)
    || substr('汀舟渡桥麓屿坞塬峪埠畈岙垣塘溪庐阁榭棣桁簌笺枢杼轲辔衡砺鉴槿珩琮嵩郡', (1 + n / 800 % 34)::int, 1)
    || (ARRAY['科技','商贸','机械','医药','物流','建材','餐饮管理','电器','实业','信息技术','环保设备','教育咨询','食品','服饰','新材料','自动化','供应链管理','装饰工程','汽车配件','文化传媒',
        '生物科技','网络科技','机电设备','农业','包装','五金','电子商务','酒店管理','广告','能源','仪器','化工','家具','旅游','印刷','置业','建设','咨询'])[1 + n / 27200 % 38]
    || '有限公司' $$;

INSERT INTO customers_customer (id, number, name, owner_id, owned_on, is_exempt, completeness_ppm, territory_id, state, industry, city, contact_name, phone, created_at, version)
SELECT bench.id(3, n), 'C-' || lpad(n::text, greatest(6, length(n::text)), '0'), bench.name(n), bench.id(2, bench.owner_of(n, :people)), (now() - n * interval '50 minutes')::date, false, 400000,
    bench.id(6, bench.territory_of(n, :people)), CASE WHEN n / 11 % 7 < 4 THEN 'Active' WHEN n / 11 % 7 < 6 THEN 'Prospect' ELSE 'Lost' END,
    '行业' || n % 20, '城市' || n % 50, '联系人' || n, '0000-' || lpad(n::text, 8, '0'), now() - n * interval '50 minutes', 1
FROM generate_series(1, :customers) n;

INSERT INTO customers_ownership (customer_id, line, owner_id, since, "on", cause)
SELECT id, 1, owner_id, created_at, owned_on, 'Entered' FROM customers_customer;

-- Order n of N lies that far in the months up to today; 17 of 20 are confirmed.
INSERT INTO orders_order (id, number, customer_id, salesperson_id, unit_id, territory_id, ordered_on, state, amount_minor, approval, created_at, version)
SELECT bench.id(4, n), 'O-' || lpad(n::text, greatest(6, length(n::text)), '0'), bench.id(3, customer), bench.id(2, bench.owner_of(customer, :people)),
    bench.id(1, bench.unit_of(bench.owner_of(customer, :people))), bench.id(6, bench.territory_of(customer, :people)), day,
    CASE WHEN n / 7 % 20 < 17 THEN 'Confirmed' WHEN n / 7 % 20 < 19 THEN 'Draft' ELSE 'Cancelled' END,
    2 * (1000 + n * 48271 % 4500000), 'None', day + interval '8 hours', 1
FROM generate_series(1::bigint, :orders) n,
    LATERAL (SELECT bench.customer_of(n, :customers) AS customer, current_date - ((:orders - n) * (:months * 30.4) / :orders)::int AS day) sale;

-- Two lines each, but not for what lies further back than 100,000 orders: nobody opens it here, and it would double the time.
INSERT INTO orders_line (order_id, line, product_id, quantity_e3, price_e4, discount_ppm, amount_minor)
SELECT bench.id(4, n), line, bench.id(5, 1 + (n * line) % 200), 1000, 100 * (1000 + n * 48271 % 4500000), 0, 1000 + n * 48271 % 4500000
FROM generate_series(greatest(1, :orders - 99999)::bigint, :orders) n, generate_series(1, 2) line;

-- As they come into being: month by month, whoever sells first in it.
INSERT INTO orders_monthly_sales (month, salesperson_id, unit_id, territory_id, orders, amount_minor)
SELECT extract(year FROM ordered_on) * 100 + extract(month FROM ordered_on), salesperson_id, unit_id, territory_id, count(*), sum(amount_minor)
FROM orders_order WHERE state = 'Confirmed' GROUP BY 1, 2, 3, 4 ORDER BY 1, min(ordered_on), min(number);

INSERT INTO planning_goal (id, person_id, unit_id, territory_id, first, last, amount_minor, version)
SELECT bench.id(8, person * 10000 + back), bench.id(2, person), bench.id(1, bench.unit_of(person)), bench.id(6, 6 + person % 40),
    month, (month + interval '1 month - 1 day')::date, 200000000, 1
FROM generate_series(26, :people) person, generate_series(0, :months) back,
    LATERAL (SELECT (date_trunc('month', current_date) - back * interval '1 month')::date AS month) at
-- As they are entered: month by month.
ORDER BY month, person;

-- Requests for approval. Row n of the table goes to person n + 2: each director has 200 open and 5,000 decided ones; the managers have what the decisions
-- are measured on, the next of them by turns.
INSERT INTO approvals_table (id, kind, number, state, content, edited_at, live_since, version)
SELECT bench.id(9, 1000000), 'general', 1000000, 'Retired', json_build_object('twiceAllowed', false, 'rows', json_agg(json_build_object('route',
    json_build_array(json_build_object('name', '审批', 'finder', 'People', 'people', json_build_array(bench.id(2, n)))))))::text, now(), now(), 1
FROM generate_series(2, 25) n;

CREATE TABLE bench.request AS
SELECT n, CASE WHEN n <= 20800 THEN 2 + (n - 1) / 5200 ELSE 6 + n % 20 END AS approver, n > 20800 OR n % 26 = 0 AS open, 26 + n % (:people - 25) AS applicant,
    now() - (CASE WHEN n > 20800 OR n % 26 = 0 THEN n % 2880 * interval '1 minute' ELSE interval '2 days' + n % 5200 * interval '2 hours' END) AS at
FROM generate_series(1, 40800) n;

INSERT INTO approvals_request (id, number, kind, title, applicant_id, unit_id, amount_minor, chosen, state, table_id, "row", round, submitted_at, finished_at, with_id, "with", since, version)
SELECT bench.id(9, 2000000 + n), 'A-' || lpad(n::text, 6, '0'), 'general', '费用申请' || n, bench.id(2, applicant), bench.id(1, bench.unit_of(applicant)), n % 1000 * 1000, '{}',
    CASE WHEN open THEN 'Open' ELSE 'Approved' END, bench.id(9, 1000000), approver - 2, 1, at, CASE WHEN open THEN NULL ELSE at + interval '3 hours' END,
    CASE WHEN open THEN bench.id(2, approver) END, CASE WHEN open THEN 1 ELSE 0 END, CASE WHEN open THEN at END, 1
FROM bench.request;

INSERT INTO approvals_step (approval_id, key, "order", node, name, origin, mode, state, late, begun, undone, why)
SELECT bench.id(9, 2000000 + n), 1, 0, 0, '审批', 'Table', 'InSequence', CASE WHEN open THEN 'Running' ELSE 'Done' END, 'Remind', true, false, '[]' FROM bench.request;

INSERT INTO approvals_turn (approval_id, key, step, "order", person_id, submitted_at, state, by_id, opened_at, ended_at, reminded, waited_minutes, handled_minutes)
SELECT bench.id(9, 2000000 + n), 1, 1, 0, bench.id(2, approver), at, CASE WHEN open THEN 'Open' ELSE 'Approved' END, CASE WHEN open THEN NULL ELSE bench.id(2, approver) END,
    at, CASE WHEN open THEN NULL ELSE at + interval '3 hours' END, false, CASE WHEN open THEN NULL ELSE 60 END, CASE WHEN open THEN NULL ELSE 120 END
FROM bench.request;

INSERT INTO platform_number_sequence (name, prefix, width, next, version) VALUES ('customers', 'C-', 6, :customers + 1, 1), ('orders', 'O-', 6, :orders + 1, 1)
ON CONFLICT (name) DO UPDATE SET next = excluded.next;
