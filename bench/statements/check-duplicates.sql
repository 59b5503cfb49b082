\set n random(1, 20000)
SELECT key.customer_id FROM customers_key key WHERE key.value IN (
    SELECT value FROM customers_key WHERE customer_id = bench.id(3, :n)) LIMIT 300;
SELECT id, name, city, credit_code, phone, website, address, import_id FROM customers_customer WHERE id = bench.id(3, :n);
