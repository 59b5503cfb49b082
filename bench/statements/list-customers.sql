\set owner random(26, 200)
SELECT c.id, c.number, c.name, c.state, c.owner_id, (SELECT p.name FROM organization_person AS p WHERE p.id = c.owner_id LIMIT 1),
    c.territory_id, (SELECT t.name FROM territories_territory AS t WHERE t.id = c.territory_id LIMIT 1),
    c.industry, c.city, c.contact_name, c.phone, c.created_at
FROM customers_customer AS c
WHERE c.owner_id = bench.id(2, :owner) AND c.state = 'Active'
ORDER BY c.created_at DESC, c.id LIMIT 20 OFFSET 0;
SELECT count(*)::int FROM customers_customer AS c WHERE c.owner_id = bench.id(2, :owner) AND c.state = 'Active';
