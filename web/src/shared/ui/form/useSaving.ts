import { useMutation } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/ui/toast';
import { type NamePath, placeFaults } from './faults';
import { markUnsaved } from './LeaveGuard';

export interface FormTrouble {
  messages: string[];
  /** Somebody saved a newer version; reading it anew is offered. */
  stale: boolean;
  /** What was refused, for whoever knows a way out of it. */
  problem?: ApiProblem;
}

/** Last inside the form: tells when its fields are there, which in a drawer is later than the first render. */
export function WhenMounted({ run }: { run: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(run, []);
  return null;
}

export interface Saving<Values> {
  form: FormInstance<Values>;
  submit: () => void;
  isSaving: boolean;
  isDirty: boolean;
  trouble: FormTrouble | null;
  /** The input is given up, or was taken: leaving asks no more. */
  settle: () => void;
  /** After a newer version was read: the form starts from the new initial values. */
  startOver: () => void;
  onValuesChange: () => void;
}

/** Saves a form: one request at a time, faults beside their fields, input kept whatever happens. */
export function useSaving<Values extends object, Saved>(
  place: 'page' | 'drawer',
  save: (values: Values) => Promise<Saved>,
  onSaved?: (saved: Saved, values: Values) => void,
): Saving<Values> {
  const [form] = Form.useForm<Values>();
  const [trouble, setTrouble] = useState<FormTrouble | null>(null);
  const [isDirty, setDirty] = useState(false);
  // The values the form began with, as text.
  const before = useRef('');

  const settle = () => {
    before.current = JSON.stringify(form.getFieldsValue());
    setDirty(false);
    markUnsaved(form, null);
  };
  useEffect(() => () => markUnsaved(form, null), [form]);

  // In an effect, so that the initial values of the render with the newer version are in the form already.
  const [starts, setStarts] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each start over, nothing else
  useEffect(() => {
    if (starts === 0) return;
    form.resetFields();
    setTrouble(null);
    settle();
  }, [starts]);

  const mutation = useMutation({
    mutationFn: save,
    meta: { quiet: true },
    onMutate: () => setTrouble(null),
    onSuccess: (saved, values) => {
      settle();
      onSaved?.(saved, values);
    },
    onError: (error) => setTrouble(showTrouble(form, error)),
  });

  return {
    form,
    submit: () => {
      if (mutation.isPending) return;
      form.validateFields().then(mutation.mutate, ({ errorFields }) => revealField(form, errorFields?.[0]?.name));
    },
    isSaving: mutation.isPending,
    isDirty,
    trouble,
    settle,
    startOver: () => setStarts((n) => n + 1),
    onValuesChange: () => {
      // Typed and taken back is not changed.
      const dirty = JSON.stringify(form.getFieldsValue()) !== before.current;
      setDirty(dirty);
      markUnsaved(form, dirty ? place : null);
    },
  };
}

function showTrouble(form: FormInstance, error: unknown): FormTrouble {
  const faults = error instanceof ApiProblem ? error.faults : [];
  const known = form.getFieldsError().map(({ name }) => name as NamePath);
  const { fields, rest } = placeFaults(faults, known);
  form.setFields(fields);
  revealField(form, fields[0]?.name);
  return {
    // With a fault beside its field the general sentence would only repeat it.
    messages: rest.length > 0 || fields.length > 0 ? rest : [problemText(error)],
    stale: error instanceof ApiProblem && error.isStale,
    problem: error instanceof ApiProblem ? error : undefined,
  };
}

function revealField(form: FormInstance, name: NamePath | undefined): void {
  if (name) form.scrollToField(name, { block: 'center', focus: true });
}
