// What fill.sql brought in past the product is gone through by it, so that customers are found by name; ends when all are.
import { argumentsOf, pause, psqlOf } from './common.mjs';

const asked = argumentsOf();
const psql = psqlOf(asked);
const count = (table) => Number(psql(`SELECT count(*) FROM ${table}`));
const answer = await fetch(`${asked.url}/api/customer-identity-policy/rebuild`, {
  method: 'POST',
  headers: { Authorization: 'Bearer bench-1' },
});
if (answer.status !== 202) throw new Error(`rebuild: ${answer.status} ${await answer.text()}`);
const customers = count('customers_customer');
while (count('customers_identity') < customers) await pause(1000);
// The keys of the last batch follow its identities.
await pause(2000);
