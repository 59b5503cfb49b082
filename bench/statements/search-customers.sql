\set n random(1, 20000)
SELECT customer.id, customer.name, customer.number FROM customers_customer customer
WHERE customer.id IN (SELECT identity.customer_id FROM customers_identity identity
    WHERE identity.tokens @> (SELECT tokens[1:2] FROM customers_identity WHERE customer_id = bench.id(3, :n))) LIMIT 20;
