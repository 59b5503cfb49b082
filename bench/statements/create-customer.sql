\set owner random(26, 200)
BEGIN;
SELECT EXISTS (SELECT 1 FROM organization_person WHERE id = bench.id(2, :owner));
INSERT INTO platform_number_sequence (name, prefix, width, next, version) VALUES ('customers', 'C-', 6, 2, 1)
ON CONFLICT (name) DO UPDATE SET next = platform_number_sequence.next + 1 RETURNING next, gen_random_uuid() AS id \gset
INSERT INTO customers_customer (id, city, completeness_ppm, contact_name, created_at, industry, is_exempt, name, number, owned_on, owner_id, phone, state, version)
VALUES (:id::uuid, '苏州', 400000, '联系人', now(), '制造业', false, '新客户', 'C-' || :next, current_date, bench.id(2, :owner), '0000-00000001', 'Prospect', 1);
INSERT INTO customers_ownership (customer_id, line, owner_id, since, "on", cause) VALUES (:id::uuid, 1, bench.id(2, :owner), now(), current_date, 'Entered');
INSERT INTO customers_identity (customer_id, found_id, text, handles, tokens) VALUES (:id::uuid, :id::uuid, '新客户', E'\nxkh', ARRAY[hashtext('新客'), hashtext('客户'), hashtext('^xkh')]);
INSERT INTO platform_audit_entry (account_id, action, at, changes, entity, entity_id, "from", login, person_id, position, via)
VALUES (bench.id(7, :owner), 'Created', now(),
    '{"city":[null,"苏州"],"contactName":[null,"联系人"],"createdAt":[null,"2026-01-01T00:00:00.0000000Z"],"industry":[null,"制造业"],"name":[null,"新客户"],"number":[null,"C-000001"],"ownerId":[null,"01900000-0002-7000-8000-000000000001"],"phone":[null,"0000-00000001"],"state":[null,"Prospect"]}',
    'customers_customer', :id, '127.0.0.1', 'bench', bench.id(2, :owner), :next::bigint * -8, 'POST /api/customers') RETURNING id;
END;
