import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch } from '@/shared/api/client';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import { type BuiltIn, type Field, type Rule, ruleText, type Subject } from './fields';
import s from './fields.module.css';
import { RuleFields, ruleBody } from './RuleFields';
import { useAskable } from './useAskable';

/** The fields every house has, and when this one wants them filled. */
export function BuiltInRules({ subject, fields }: { subject: Subject; fields: Field[] }) {
  const { t } = useTranslation(['platform', 'shared']);
  const [editing, setEditing] = useState<BuiltIn | null>(null);
  const asked = useAskable(subject, fields);
  return (
    <Panel title={t('fields.builtIn')} note={t('fields.builtInNote')}>
      <ul className={s.rows}>
        {subject.builtIn
          .filter(({ mayBeRequired }) => mayBeRequired)
          .map((field) => (
            <li key={field.field}>
              <div className={s.field}>
                <button type="button" onClick={() => setEditing(field)}>
                  {field.name}
                </button>
              </div>
              <span className={field.required ? undefined : 'muted'}>{ruleText(t, field.required, asked)}</span>
            </li>
          ))}
      </ul>
      {editing && (
        <FormDrawer<{ required: Rule }>
          name="rule"
          title={t('fields.ruleOf', { name: editing.name })}
          width={440}
          initial={{ required: editing.required ?? { need: 'Never', values: [], ofOld: false } }}
          save={({ required }) =>
            api.PUT('/api/field-rules', {
              body: { subject: subject.code, field: editing.field, required: ruleBody(required) },
              headers: ifMatch(editing.version),
            })
          }
          onSaved={() => toast.success(t('shared:form.saved'))}
          onClose={() => setEditing(null)}
        >
          <RuleFields asked={asked.filter(({ field }) => field !== editing.field)} />
        </FormDrawer>
      )}
    </Panel>
  );
}
