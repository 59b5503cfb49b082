import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useLanguage } from '@/shared/text/language';
import { type Asked, askable, type Field, type Subject, said } from './fields';

/** What a condition of this subject can ask of, with the words of its values. */
export function useAskable(subject: Subject, fields: Field[]): Asked[] {
  const { t } = useTranslation('platform');
  const language = useLanguage();
  const { data } = server.useQuery('get', '/api/option-lists');
  return askable(
    t,
    subject,
    fields,
    (list) =>
      data?.items
        .find(({ id }) => id === list)
        ?.items.map(({ code, name, nameEn }) => ({ value: code, label: said(language, name, nameEn) })) ?? [],
    language,
  );
}
