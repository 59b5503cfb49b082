import { EyeOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Body } from '@/shared/api/types';
import { IconButton } from '@/shared/ui/IconButton';

interface MaskedProps {
  person: string;
  field: Body<'/api/people/{id}/reveal'>['field'];
  /** As the server shows it: 138****1234. */
  value: string;
  link?: string;
}

/** A number with its middle covered. Seeing it whole is asked of the server, which writes down who asked. */
export function Masked({ person, field, value, link }: MaskedProps) {
  const { t } = useTranslation('organization');
  const [whole, setWhole] = useState<string | null>(null);
  const reveal = server.useMutation('post', '/api/people/{id}/reveal');
  const show = async () => {
    const { value: shown } = await reveal.mutateAsync({ params: { path: { id: person } }, body: { field } });
    setWhole(shown ?? '');
  };
  if (whole !== null)
    return link ? (
      <a href={`${link}${whole}`} className="number">
        {whole}
      </a>
    ) : (
      <span className="number">{whole}</span>
    );
  return (
    <span style={{ display: 'inline-flex', gap: 4, alignItems: 'center' }}>
      <span className="number">{value}</span>
      {value.includes('*') && (
        <IconButton label={t('people.reveal')} icon={<EyeOutlined />} onClick={() => show().catch(() => undefined)} />
      )}
    </span>
  );
}
