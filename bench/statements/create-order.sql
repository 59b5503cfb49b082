\set n random(1, 20000)
\set owner 26 + :n % 175
\set first random(1, 200)
\set second random(1, 200)
\set back random(1, 60)
BEGIN;
SELECT id, number, name, owner_id, territory_id FROM customers_customer WHERE owner_id = bench.id(2, :owner) AND id = bench.id(3, :n) LIMIT 1;
SELECT EXISTS (SELECT 1 FROM organization_person WHERE id = bench.id(2, :owner));
SELECT id, number, name, unit, list_price_e4, is_active FROM catalog_product WHERE id = ANY (ARRAY[bench.id(5, :first), bench.id(5, :second)]);
INSERT INTO platform_number_sequence (name, prefix, width, next, version) VALUES ('orders', 'O-', 6, 2, 1)
ON CONFLICT (name) DO UPDATE SET next = platform_number_sequence.next + 1 RETURNING next, gen_random_uuid() AS id \gset
SELECT unit_id FROM organization_membership WHERE person_id = bench.id(2, :owner) AND first <= current_date AND (last IS NULL OR last >= current_date) LIMIT 1;
INSERT INTO orders_order (id, amount_minor, approval, created_at, customer_id, number, ordered_on, salesperson_id, state, territory_id, unit_id, version)
VALUES (:id::uuid, 874753, 'None', now(), bench.id(3, :n), 'O-' || :next, current_date - :back::int, bench.id(2, :owner), 'Confirmed', bench.id(6, 6 + :n % 40), bench.id(1, 6 + :owner % 20), 1);
INSERT INTO platform_audit_entry (account_id, action, at, changes, entity, entity_id, "from", login, person_id, position, via)
VALUES (bench.id(7, :owner), 'Created', now(),
    '{"amount":[null,"8747.53"],"createdAt":[null,"2026-01-01T00:00:00.0000000Z"],"customerId":[null,"01900000-0003-7000-8000-000000000001"],"number":[null,"O-000001"],"orderedOn":[null,"2026-01-01"],"salespersonId":[null,"01900000-0002-7000-8000-000000000001"],"state":[null,"Confirmed"],"territoryId":[null,"01900000-0006-7000-8000-000000000001"],"unitId":[null,"01900000-0001-7000-8000-000000000001"]}',
    'orders_order', :id, '127.0.0.1', 'bench', bench.id(2, :owner), :next::bigint * -8 + 1, 'POST /api/orders') RETURNING id;
INSERT INTO platform_audit_entry (account_id, action, at, changes, entity, entity_id, "from", login, person_id, position, via)
VALUES (bench.id(7, :owner), 'Created', now(),
    '{"orderId":[null,"01900000-0004-7000-8000-000000000001"],"line":[null,1],"amount":[null,"3998.00"],"discount":[null,"0"],"price":[null,"1999"],"productId":[null,"01900000-0005-7000-8000-000000000001"],"quantity":[null,"2"]}',
    'orders_line', :id, '127.0.0.1', 'bench', bench.id(2, :owner), :next::bigint * -8 + 2, 'POST /api/orders') RETURNING id;
INSERT INTO platform_audit_entry (account_id, action, at, changes, entity, entity_id, "from", login, person_id, position, via)
VALUES (bench.id(7, :owner), 'Created', now(),
    '{"orderId":[null,"01900000-0004-7000-8000-000000000001"],"line":[null,2],"amount":[null,"4749.53"],"discount":[null,"0.05"],"price":[null,"4999.5"],"productId":[null,"01900000-0005-7000-8000-000000000001"],"quantity":[null,"1"]}',
    'orders_line', :id, '127.0.0.1', 'bench', bench.id(2, :owner), :next::bigint * -8 + 3, 'POST /api/orders') RETURNING id;
INSERT INTO orders_line (line, order_id, amount_minor, discount_ppm, price_e4, product_id, quantity_e3) VALUES (1, :id::uuid, 399800, 0, 19990000, bench.id(5, :first), 2000);
INSERT INTO orders_line (line, order_id, amount_minor, discount_ppm, price_e4, product_id, quantity_e3) VALUES (2, :id::uuid, 474953, 50000, 49995000, bench.id(5, :second), 1000);
INSERT INTO orders_monthly_sales (month, salesperson_id, unit_id, territory_id, orders, amount_minor)
VALUES (to_char(current_date - :back::int, 'YYYYMM')::int, bench.id(2, :owner), bench.id(1, 6 + :owner % 20), bench.id(6, 6 + :n % 40), 1, 874753)
ON CONFLICT (month, salesperson_id, unit_id, territory_id) DO UPDATE
SET orders = orders_monthly_sales.orders + excluded.orders, amount_minor = orders_monthly_sales.amount_minor + excluded.amount_minor;
END;
