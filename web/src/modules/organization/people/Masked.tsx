import { EyeOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Body } from '@/shared/api/types';
import { Amount, Day } from '@/shared/ui/figures/Texts';
import { IconButton } from '@/shared/ui/IconButton';

interface MaskedProps {
  person: string;
  /** Of the file: once it was changed, what was shown whole is no longer known to hold. */
  version: number;
  field: Body<'/api/people/{id}/reveal'>['field'];
  /** As the server shows it: 138****1234. */
  value: string;
  link?: string;
}

/** What is covered, a number's middle or all of an address. Seeing it whole is asked of the server, which writes down who asked. */
export function Masked({ person, version, field, value, link }: MaskedProps) {
  const { t } = useTranslation('organization');
  const [shown, setShown] = useState<{ person: string; version: number; value: string; whole: string } | null>(null);
  const reveal = server.useMutation('post', '/api/people/{id}/reveal');
  const show = async () => {
    const { value: whole } = await reveal.mutateAsync({ params: { path: { id: person } }, body: { field } });
    setShown({ person, version, value, whole: whole ?? '' });
  };
  // What was never covered, one's own, is as good as asked for.
  const holds = shown?.person === person && shown.version === version && shown.value === value;
  const seen = holds ? shown.whole : value.includes('*') ? null : value;
  if (seen !== null) {
    const text = field === 'BaseSalary' ? <Amount value={seen} /> : field === 'Birthday' ? <Day value={seen} /> : seen;
    return link ? (
      <a href={`${link}${seen}`} className="number">
        {text}
      </a>
    ) : (
      <span className={field === 'HomeAddress' ? undefined : 'number'}>{text}</span>
    );
  }
  return (
    <span style={{ display: 'inline-flex', gap: 4, alignItems: 'center' }}>
      <span className="number">{value}</span>
      <IconButton label={t('people.reveal')} icon={<EyeOutlined />} onClick={() => show().catch(() => undefined)} />
    </span>
  );
}
