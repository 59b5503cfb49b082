import { EyeOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/shared/ui/IconButton';

interface CoveredProps {
  value: string;
  link: 'tel' | 'mailto';
  /** Asks for it in full, which the trail remembers; left out where the reader may not. */
  reveal?: () => Promise<{ value?: string | null }>;
}

/** Masked for those who do not look after the customer; the eye shows it in full. */
export function Covered({ value, link, reveal }: CoveredProps) {
  const { t } = useTranslation('customers');
  const [whole, setWhole] = useState<string | null>(null);
  const shown = whole ?? value;
  const isWhole = !shown.includes('****');
  return (
    <span>
      {isWhole ? <a href={`${link}:${shown}`}>{shown}</a> : shown}
      {!isWhole && reveal && (
        <IconButton
          label={t('contacts.reveal')}
          icon={<EyeOutlined />}
          onClick={() =>
            reveal().then(
              ({ value: full }) => setWhole(full ?? value),
              () => undefined,
            )
          }
        />
      )}
    </span>
  );
}
