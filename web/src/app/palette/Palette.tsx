import { SearchOutlined } from '@ant-design/icons';
import { keepPreviousData } from '@tanstack/react-query';
import { Modal } from 'antd';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useDebounced } from '@/shared/ui/useDebounced';
import { type Candidate, matching } from './match';
import s from './Palette.module.css';
import { useCommands } from './useCommands';

interface Section {
  name: 'pages' | 'records' | 'actions';
  candidates: Candidate[];
}

/** Everything by name: pages, records from the server, actions. A combobox with its list below. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app');
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const { pages, actions, openRecord } = useCommands();
  const wanted = useDebounced(typed.trim(), 200);
  const hits = server.useQuery(
    'get',
    '/api/search',
    { params: { query: { q: wanted } } },
    { enabled: wanted.length > 0, placeholderData: keepPreviousData },
  );
  const records = (typed.trim() && hits.data?.items ? hits.data.items : []).map(
    (hit): Candidate => ({
      id: `${hit.kind} ${hit.id}`,
      title: hit.title,
      hint: hit.subtitle ?? '',
      words: [],
      run: () => openRecord(hit.link),
    }),
  );
  const sections = [
    { name: 'records', candidates: records },
    { name: 'pages', candidates: matching(pages, typed) },
    { name: 'actions', candidates: matching(actions, typed) },
  ].filter((section) => section.candidates.length > 0) as Section[];
  const all = sections.flatMap((section) => section.candidates);
  const current = Math.min(active, all.length - 1);

  const run = (candidate: Candidate | undefined) => {
    if (!candidate) return;
    onClose();
    candidate.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends an input method's word must not open anything.
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') run(all[current]);
    else if (step && all.length > 0) {
      event.preventDefault();
      const next = (current + step + all.length) % all.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
  };

  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={600}
      style={{ top: '12vh' }}
      styles={{ container: { padding: 0 } }}
      title={<span className="srOnly">{t('palette.title')}</span>}
    >
      <div className={s.input}>
        <SearchOutlined />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog exists for this one field
          autoFocus
          role="combobox"
          aria-expanded={all.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={all.length > 0 ? `${id}-${current}` : undefined}
          aria-label={t('palette.title')}
          placeholder={t('palette.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t('palette.title')} className={s.list}>
        {sections.map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset does not belong into a listbox
          <div key={section.name} role="group" aria-label={t(`palette.${section.name}`)}>
            <div className={s.section} aria-hidden="true">
              {t(`palette.${section.name}`)}
            </div>
            {section.candidates.map((candidate) => {
              const index = all.indexOf(candidate);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
                <div
                  key={candidate.id}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === current}
                  className={s.option}
                  onMouseMove={() => setActive(index)}
                  onClick={() => run(candidate)}
                >
                  <span>{candidate.title}</span>
                  <small>{candidate.hint}</small>
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {all.length === 0 && !hits.isFetching && (
        <p className={s.none} role="status">
          {t('palette.nothing', { typed })}
        </p>
      )}
    </Modal>
  );
}
