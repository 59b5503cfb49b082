import { Input } from 'antd';
import { cloneElement, type ReactElement } from 'react';

interface KeptProps {
  /** The input for a value that is not covered. */
  children: ReactElement;
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
}

/** A form's field whose value came covered: it goes back as it is; touched, it is empty and written anew. */
export function Kept({ children, ...field }: KeptProps) {
  if (!field.value?.includes('*')) return cloneElement(children, field);
  return <Input {...field} value={field.value} allowClear autoComplete="off" onChange={() => field.onChange?.(null)} />;
}
