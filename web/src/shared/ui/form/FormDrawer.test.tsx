import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Form, Input } from 'antd';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, test, vi } from 'vitest';
import { ApiProblem } from '@/shared/api/problem';
import { sessionQuery } from '@/shared/api/session';
import en from '@/shared/text/text.en.json';
import { ConfirmHost } from '../ConfirmHost';
import { FormDrawer } from './FormDrawer';

beforeAll(() =>
  i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { shared: en } }, defaultNS: 'shared' }),
);

const page = (children: ReactNode) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      {children}
      <ConfirmHost />
    </QueryClientProvider>,
  );

test('faults appear beside their fields, the input stays, and the next try saves', async () => {
  const faults = [
    { field: 'name', code: 'taken', message: 'This name is taken' },
    { field: 'elsewhere', code: 'x', message: 'Something else' },
  ];
  const save = vi.fn<(values: { name: string }) => Promise<void>>();
  save.mockRejectedValueOnce(new ApiProblem(400, 'faulty', 'Faulty', { faults }));
  const onClose = vi.fn();
  page(
    <FormDrawer name="customer" title="New" save={save} onClose={onClose}>
      <Form.Item name="name" label="Name">
        <Input />
      </Form.Item>
    </FormDrawer>,
  );
  const name = screen.getByLabelText<HTMLInputElement>('Name');
  fireEvent.change(name, { target: { value: 'Huaxin' } });
  fireEvent.keyDown(name, { key: 'Enter', ctrlKey: true });
  await screen.findByText('This name is taken');
  expect(screen.getByText('Something else')).toBeTruthy();
  expect(name.value).toBe('Huaxin');
  expect(onClose).not.toHaveBeenCalled();

  fireEvent.click(await screen.findByRole('button', { name: /Save$/ }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(save.mock.calls.map(([values]) => values)).toEqual([{ name: 'Huaxin' }, { name: 'Huaxin' }]);
});

test('closing asks only when something was typed', async () => {
  const onClose = vi.fn();
  page(
    <FormDrawer name="other" title="New" initial={{ name: 'a' }} save={async () => {}} onClose={onClose}>
      <Form.Item name="name" label="Name">
        <Input />
      </Form.Item>
    </FormDrawer>,
  );
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'b' } });
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  const stay = await screen.findByRole('button', { name: 'Keep editing' });
  fireEvent.click(stay);
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'a' } });
  await waitFor(() => {
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});

test('a refusal for want of a release leads to the request for one, begun with what is known', async () => {
  const params = { territory: '广州', territoryId: 't1', act: 'Customer', subject: '渚澄阀门' };
  const save = vi.fn().mockRejectedValue(new ApiProblem(409, 'territories.release-needed', 'Refused', { params }));
  const permissions = { 'territories.outside-read': 'Own' };
  const client = new QueryClient();
  client.setQueryData(sessionQuery.queryKey, { permissions } as never);
  render(
    <QueryClientProvider client={client}>
      <FormDrawer name="customer" title="New" save={save} onClose={vi.fn()}>
        <Form.Item name="name" label="Name">
          <Input />
        </Form.Item>
      </FormDrawer>
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: /Save$/ }));
  const way = await screen.findByRole('link', { name: 'Ask for a release' });
  const asked = new URL(way.getAttribute('href') ?? '', 'http://house').searchParams;
  expect(Object.fromEntries(asked)).toEqual({ ask: 't1', name: '广州', act: 'Customer', subject: '渚澄阀门' });
});
