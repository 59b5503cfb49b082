import i18next from 'i18next';
import { create } from 'zustand';
import { ApiProblem } from '@/shared/api/problem';

// Own toasts and own confirmation instead of antd's App: those two bring dialog, form and notification code into the very
// first download, 40 KB for a line of text.

export interface Toast {
  id: number;
  tone: 'success' | 'info' | 'error';
  text: string;
}

const shownAtOnce = 3;
const stays: Record<Toast['tone'], number> = { success: 3000, info: 4000, error: 7000 };
let lastId = 0;

export const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((shown) => shown.id !== id) }));
}

function show(tone: Toast['tone'], text: string): void {
  lastId += 1;
  const id = lastId;
  // The same words again replace themselves: ten failing requests are one message.
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((shown) => shown.text !== text), { id, tone, text }].slice(-shownAtOnce),
  }));
  setTimeout(() => dismissToast(id), stays[tone]);
}

/** A short message that goes by itself; callable from anywhere. */
export const toast = {
  success: (text: string): void => show('success', text),
  info: (text: string): void => show('info', text),
  error: (text: string): void => show('error', text),
};

/** What to tell a person. The server's own words, where it had any. */
export function problemText(error: unknown): string {
  if (error instanceof ApiProblem) {
    if (error.code === 'network') return i18next.t('problem.network', { ns: 'shared' });
    if (error.message) return error.message;
  }
  return i18next.t('problem.unknown', { ns: 'shared' });
}

export function reportProblem(error: unknown): void {
  toast.error(problemText(error));
}
