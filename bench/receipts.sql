-- Four of five confirmed orders are paid, some in time and some late.
\set ON_ERROR_STOP on
SET session_replication_role = replica;
INSERT INTO collections_receipt (id, number, order_id, received_on, amount_minor, method, created_at, version)
SELECT gen_random_uuid(), 'R-' || n, id, ordered_on + (5 + n * 31 % 60)::int, amount_minor, 'BankTransfer', now(), 1
FROM (SELECT id, ordered_on, amount_minor, row_number() OVER (ORDER BY number) AS n FROM orders_order WHERE state = 'Confirmed') sale
WHERE n % 5 > 0;
VACUUM ANALYZE collections_receipt;
CHECKPOINT;
