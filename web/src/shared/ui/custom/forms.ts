import { Form } from 'antd';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { namePath } from '../form/faults';

// Fields a house makes itself, and which fields it wants filled. Forms, lists and drawers are made from one answer of the server.

export type CustomForm = Reply<'/api/custom-forms'>['items'][number];
export type CustomField = CustomForm['fields'][number];
export type FieldKind = CustomField['kind'];
export type Subject = 'customer' | 'order' | 'person';

/** What a record holds of them, by code. */
export type CustomValues = Record<string, unknown> | null | undefined;

export function useCustomForm(subject: Subject): CustomForm | undefined {
  const { data } = server.useQuery('get', '/api/custom-forms', undefined, { staleTime: 60_000 });
  return data?.items.find((form) => form.subject === subject);
}

/** Whether a new record must have a field filled, with what stands in the form now. The server decides; this marks the field. */
export function isNeeded(form: CustomForm | undefined, field: string, values: unknown): boolean {
  const rule = form?.rules.find((one) => one.field === field && one.ofNew);
  if (!rule) return false;
  if (rule.required.need === 'Always') return true;
  if (rule.required.need !== 'When' || !rule.required.when) return false;
  const held = at(values, rule.required.when);
  return [held].flat().some((value) => rule.required.values?.includes(String(value)));
}

/** Inside a form: marks the fields that every house has, where this one wants them filled. */
export function useNeeded(subject: Subject): (field: string) => boolean {
  const form = useCustomForm(subject);
  const values = Form.useWatch([], Form.useFormInstance());
  return (field) => isNeeded(form, field, values);
}

const at = (values: unknown, field: string): unknown =>
  namePath(field).reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], values);
