\set back random(LENGTH, 12)
SELECT s.unit_id, COALESCE(sum(s.orders), 0)::int, COALESCE(sum(s.amount_minor), 0)::bigint
FROM orders_monthly_sales AS s
WHERE s.month >= to_char(now() - :back * interval '1 month', 'YYYYMM')::int AND s.month <= to_char(now() - (:back + 1 - LENGTH) * interval '1 month', 'YYYYMM')::int
GROUP BY s.unit_id;
SELECT g.id, g.person_id, g.unit_id, g.territory_id, g.first, g.last, g.amount_minor FROM planning_goal AS g
WHERE g.last >= date_trunc('month', now() - :back * interval '1 month')::date AND g.first < date_trunc('month', now() - (:back - LENGTH) * interval '1 month')::date;
SELECT u.unit_id, u.parent_id, u.name, u."order" FROM organization_unit_term AS u WHERE u.first <= current_date AND (u.last IS NULL OR u.last >= current_date);
