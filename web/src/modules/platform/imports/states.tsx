import { useTranslation } from 'react-i18next';
import { getAt, server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { fileName } from '@/shared/ui/list/ExportMenu';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export type Import = Reply<'/api/imports/{id}'>;
export type ImportState = Import['state'];

const tones: Record<ImportState, Tone> = {
  Uploaded: 'neutral',
  Checking: 'progress',
  Checked: 'progress',
  Applying: 'progress',
  Refused: 'bad',
  Applied: 'good',
  Cancelled: 'neutral',
  Failed: 'bad',
  Undoing: 'progress',
  Undone: 'neutral',
};
export const importStates = Object.keys(tones) as ImportState[];

export const isRunning = (state: ImportState): boolean => ['Checking', 'Applying', 'Undoing'].includes(state);

export function ImportStateTag({ state }: { state: ImportState }) {
  const { t } = useTranslation('platform');
  return <StatusTag tone={tones[state]}>{t(`imports.states.${state}`)}</StatusTag>;
}

/** What the caller may import; the server knows his permissions and names each kind in his language. */
export function useImportKinds() {
  const { data } = server.useQuery('get', '/api/import-kinds', undefined, { staleTime: 300_000 });
  const kinds = data?.items;
  return { kinds, kindOf: (kind: string) => kinds?.find((known) => known.kind === kind) };
}

/** Fetched and not linked: the file comes in the language on screen, and a refusal shows as a message. */
export async function download(path: string, otherwise: string): Promise<void> {
  const response = await getAt(path);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(response) ?? otherwise;
  link.click();
  URL.revokeObjectURL(url);
}
