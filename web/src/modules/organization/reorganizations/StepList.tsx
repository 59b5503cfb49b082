import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reordered } from '@/shared/reordered';
import { IconButton } from '@/shared/ui/IconButton';
import { type Preview, replaced, type Step, type StepKind, stepKinds, stepOfFault } from './plan';
import s from './reorganizations.module.css';
import { StepForm } from './StepForm';
import { useSentence } from './useSentence';

interface StepListProps {
  steps: Step[];
  preview: Preview | undefined;
  /** Absent: to read only. */
  onChange?: ((steps: Step[]) => void) | undefined;
}

/** The steps in their order, each as a sentence, with what it moves and what is wrong with it. */
export function StepList({ steps, preview, onChange }: StepListProps) {
  const { t } = useTranslation('organization');
  const sentence = useSentence(preview);
  const [editing, setEditing] = useState<{ at: number; kind: StepKind } | null>(null);
  const keep = (step: Step) => {
    // The form closes itself; closing it here too would close the next one.
    if (editing) onChange?.(replaced(steps, editing.at, step));
  };
  return (
    <>
      {steps.length === 0 && <p className="muted">{t('reorganizations.noSteps')}</p>}
      <ol className={s.steps}>
        {steps.map((step, i) => {
          const faults = (preview?.faults ?? []).filter(({ field }) => stepOfFault(field) === i);
          const line = preview?.steps[i];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
            <li key={i} data-faulty={faults.length > 0}>
              <b className="number">{i + 1}</b>
              <div>
                {onChange ? (
                  <button type="button" className="linkButton" onClick={() => setEditing({ at: i, kind: step.kind })}>
                    {sentence(step)}
                  </button>
                ) : (
                  <span>{sentence(step)}</span>
                )}
                {line && line.people > 0 && (
                  <small className="muted">
                    {t('reorganizations.moves', { count: line.people })}
                    {line.follows.map(({ kind, name, count }) => (
                      <span key={kind}>
                        {' · '}
                        {name} <span className="number">{count}</span>
                      </span>
                    ))}
                  </small>
                )}
                {faults.map((fault) => (
                  <p key={fault.field + fault.code} role="alert" className={s.fault}>
                    {fault.message}
                  </p>
                ))}
              </div>
              {onChange && (
                <span className={s.stepActions}>
                  <IconButton
                    icon={<ArrowUpOutlined />}
                    label={t('reorganizations.up')}
                    disabled={i === 0}
                    onClick={() => onChange(reordered(steps, i, i - 1))}
                  />
                  <IconButton
                    icon={<ArrowDownOutlined />}
                    label={t('reorganizations.down')}
                    disabled={i === steps.length - 1}
                    onClick={() => onChange(reordered(steps, i, i + 1))}
                  />
                  <IconButton
                    icon={<DeleteOutlined />}
                    label={t('reorganizations.removeStep')}
                    onClick={() => onChange(steps.filter((_, at) => at !== i))}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {onChange && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: stepKinds.map((kind) => ({ key: kind, label: t(`reorganizations.kinds.${kind}`) })),
            onClick: ({ key }) => setEditing({ at: steps.length, kind: key as StepKind }),
          }}
        >
          <Button icon={<PlusOutlined />} block>
            {t('reorganizations.addStep')}
          </Button>
        </Dropdown>
      )}
      {editing && (
        <StepForm
          kind={editing.kind}
          step={steps[editing.at]}
          preview={preview}
          keep={keep}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
