\set owner random(26, 200)
SELECT o.id, o.number, o.state, o.ordered_on, o.customer_id, COALESCE((SELECT c.name FROM customers_customer AS c WHERE c.id = o.customer_id LIMIT 1), ''),
    o.salesperson_id, (SELECT p.name FROM organization_person AS p WHERE p.id = o.salesperson_id LIMIT 1),
    o.territory_id, (SELECT t.name FROM territories_territory AS t WHERE t.id = o.territory_id LIMIT 1),
    o.unit_id, (SELECT u.name FROM organization_unit_term AS u WHERE u.unit_id = o.unit_id AND u.first <= current_date AND (u.last IS NULL OR u.last >= current_date) LIMIT 1), o.amount_minor
FROM orders_order AS o
WHERE o.salesperson_id = bench.id(2, :owner) AND o.state = 'Confirmed'
ORDER BY o.amount_minor DESC, o.id LIMIT 20 OFFSET 0;
SELECT count(*)::int FROM orders_order AS o WHERE o.salesperson_id = bench.id(2, :owner) AND o.state = 'Confirmed';
