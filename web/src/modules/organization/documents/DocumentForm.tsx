import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import { UnitPicker } from '../units/UnitPicker';
import s from './documents.module.css';

export type HouseDocument = Reply<'/api/documents/{id}'>;
type Values = Body<'/api/documents'>;

interface DocumentFormProps {
  /** Absent is a new one. */
  document?: HouseDocument;
  reload?: () => Promise<unknown>;
  onClose: (saved?: string) => void;
}

/** Title, whom it is for, the head with who wrote, checked and approved it, and the wording. */
export function DocumentForm({ document, reload, onClose }: DocumentFormProps) {
  const { t } = useTranslation('organization');
  const { company, person } = useSession();
  const positions = server.useQuery('get', '/api/positions');
  const units = useUnitChoices();
  const add = server.useMutation('post', '/api/documents', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/documents/{id}', { meta: { quiet: true } });
  const last = document?.editions[0];
  // After a published wording the next one begins with it.
  const draft = last
    ? last.publishedAt
      ? { ...last, writtenOn: company.today }
      : last
    : { writtenOn: company.today, authorId: person?.id ?? null };
  const named = (id?: string | null, name?: string | null) => (id && name ? { id, name } : null);
  return (
    <FormDrawer<Values>
      name="document"
      title={document ? t('documents.editOf', { title: document.title }) : t('documents.create')}
      width={720}
      initial={
        {
          kind: document?.kind ?? 'Rule',
          title: last?.title,
          positionId: document?.positionId ?? null,
          units: last?.units.map(({ id }) => id) ?? [],
          draft,
        } as Partial<Values>
      }
      save={(values) =>
        document
          ? edit.mutateAsync({
              params: { path: { id: document.id } },
              body: { title: values.title, units: values.units ?? [], draft: values.draft },
              headers: ifMatch(document.version),
            })
          : add.mutateAsync({
              body: values.kind === 'Rule' ? { ...values, positionId: null } : { ...values, units: [] },
            })
      }
      reload={reload}
      onClose={onClose}
    >
      {!document && (
        <Form.Item name="kind" label={t('documents.kind')} rules={[{ required: true }]}>
          <Select
            options={(['Rule', 'Position'] as const).map((value) => ({ value, label: t(`documents.kinds.${value}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="title" label={t('documents.title')} rules={[{ required: true }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          (document?.kind ?? getFieldValue('kind')) === 'Rule' ? (
            <Form.Item name="units" label={t('documents.units')} extra={t('documents.unitsHelp')}>
              <Select mode="multiple" options={units} optionFilterProp="label" />
            </Form.Item>
          ) : (
            !document && (
              <Form.Item name="positionId" label={t('people.position')} rules={[{ required: true }]}>
                <ChoiceInput
                  options={(positions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                />
              </Form.Item>
            )
          )
        }
      </Form.Item>
      <div className={s.pair}>
        <Form.Item name={['draft', 'authorId']} label={t('documents.author')}>
          <RemotePicker
            path="/api/people"
            current={last ? named(last.authorId, last.authorName) : named(person?.id, person?.name)}
          />
        </Form.Item>
        <Form.Item name={['draft', 'checkerId']} label={t('documents.checker')}>
          <RemotePicker path="/api/people" current={named(last?.checkerId, last?.checkerName)} />
        </Form.Item>
        <Form.Item name={['draft', 'approverId']} label={t('documents.approver')}>
          <RemotePicker path="/api/people" current={named(last?.approverId, last?.approverName)} />
        </Form.Item>
        <Form.Item name={['draft', 'unitId']} label={t('documents.unit')}>
          <UnitPicker />
        </Form.Item>
        <Form.Item name={['draft', 'writtenOn']} label={t('documents.writtenOn')} rules={[{ required: true }]}>
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) => {
          const isPosition = (document?.kind ?? getFieldValue('kind')) === 'Position';
          return (
            <>
              <Form.Item
                name={['draft', 'text']}
                label={isPosition ? t('documents.duties') : t('documents.text')}
                rules={[{ required: true }]}
              >
                <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} />
              </Form.Item>
              {isPosition && (
                <Form.Item name={['draft', 'rights']} label={t('documents.rights')}>
                  <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} />
                </Form.Item>
              )}
            </>
          );
        }}
      </Form.Item>
    </FormDrawer>
  );
}
