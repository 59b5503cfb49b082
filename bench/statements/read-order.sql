\set n random(1, 100000)
\set owner 26 + (1 + (:n * 7919) % 20000) % 175
SELECT o.id, o.number, o.state, o.ordered_on, o.customer_id, COALESCE((SELECT c.name FROM customers_customer AS c WHERE c.id = o.customer_id LIMIT 1), ''),
    o.salesperson_id, (SELECT p.name FROM organization_person AS p WHERE p.id = o.salesperson_id LIMIT 1),
    o.territory_id, (SELECT t.name FROM territories_territory AS t WHERE t.id = o.territory_id LIMIT 1),
    o.unit_id, (SELECT u.name FROM organization_unit_term AS u WHERE u.unit_id = o.unit_id AND u.first <= current_date AND (u.last IS NULL OR u.last >= current_date) LIMIT 1),
    o.amount_minor, o.remark, o.cancel_reason, o.created_at, o.version, s.*
FROM (SELECT * FROM orders_order WHERE salesperson_id = bench.id(2, :owner) AND id = bench.id(4, :n) LIMIT 1) AS o
LEFT JOIN (
    SELECT l.line, l.product_id, p.number AS product_number, p.name, p.unit, l.quantity_e3, l.price_e4, l.discount_ppm, l.amount_minor AS line_amount, l.order_id AS line_order
    FROM orders_line AS l JOIN catalog_product AS p ON l.product_id = p.id) AS s ON o.id = s.line_order
ORDER BY o.id, s.line;
