import { expect, test } from 'vitest';
import { namePath, placeFaults } from './faults';

const fault = (field: string, message: string) => ({ field, message, code: 'x' });

test.each([
  ['name', ['name']],
  ['lines[2].unitPrice', ['lines', 2, 'unitPrice']],
  ['lines.2.unitPrice', ['lines', 2, 'unitPrice']],
  ['/lines/2/unitPrice', ['lines', 2, 'unitPrice']],
  ['address.city', ['address', 'city']],
])('the field %s is at %j', (field, path) => {
  expect(namePath(field)).toEqual(path);
});

test('faults stand at their fields, several at one field together', () => {
  const placed = placeFaults(
    [fault('name', 'a'), fault('name', 'b'), fault('lines[0].price', 'c')],
    [['name'], ['lines'], ['lines', 0, 'price']],
  );
  expect(placed).toEqual({
    fields: [
      { name: ['name'], errors: ['a', 'b'] },
      { name: ['lines', 0, 'price'], errors: ['c'] },
    ],
    rest: [],
  });
});

test('a fault without a field on screen stands at the field around it, else above the form', () => {
  const placed = placeFaults([fault('lines[3].tax', 'a'), fault('period', 'b'), fault('', 'c')], [['lines']]);
  expect(placed).toEqual({ fields: [{ name: ['lines'], errors: ['a'] }], rest: ['b', 'c'] });
});
