import { fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { useState } from 'react';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, test } from 'vitest';
import en from '@/shared/text/text.en.json';
import { MoneyInput } from './MoneyInput';
import { RateInput } from './RateInput';

beforeAll(() =>
  i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { shared: en } }, defaultNS: 'shared' }),
);

let sent: string | null = null;
function Field({ of: Input, first }: { of: typeof MoneyInput | typeof RateInput; first: string | null }) {
  const [value, setValue] = useState(first);
  sent = value;
  return <Input label="Value" value={value} onChange={setValue} />;
}
const field = () => screen.getByLabelText<HTMLInputElement>('Value');
const type = (text: string) => {
  fireEvent.change(field(), { target: { value: text } });
  fireEvent.blur(field());
};

test('money is shown grouped and sent as a decimal string', () => {
  render(<Field of={MoneyInput} first="12345.00" />);
  expect(field().value).toBe('12,345.00');
  type('￥12.5万');
  expect([field().value, sent]).toEqual(['125,000.00', '125000.00']);
  type('');
  expect(sent).toBeNull();
});

test('what is not understood stays in the field and says so', () => {
  render(<Field of={MoneyInput} first={null} />);
  type('about 5');
  expect([field().value, sent]).toEqual(['about 5', 'about 5']);
  expect(screen.getByRole('alert').textContent).toContain('not understood');
});

test('a rate is typed per cent', () => {
  render(<Field of={RateInput} first="0.13" />);
  expect(field().value).toBe('13');
  type('7.5');
  expect(sent).toBe('0.075');
});
