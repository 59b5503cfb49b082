\set n random(1, 20000)
\set owner 26 + :n % 175
SELECT c.id, c.number, c.name, c.state, c.owner_id, (SELECT p.name FROM organization_person AS p WHERE p.id = c.owner_id LIMIT 1),
    c.territory_id, (SELECT t.name FROM territories_territory AS t WHERE t.id = c.territory_id LIMIT 1),
    c.industry, c.city, c.contact_name, c.phone, c.remark, c.created_at, c.version
FROM customers_customer AS c
WHERE c.owner_id = bench.id(2, :owner) AND c.id = bench.id(3, :n) LIMIT 1;
