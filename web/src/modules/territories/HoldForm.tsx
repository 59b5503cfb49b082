import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import s from './territories.module.css';

type Values = Body<'/api/territories/{id}/holders'>;

interface HoldFormProps {
  territory: Reply<'/api/territories/{id}'>;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

/** From a day on a person answers for a territory, or helps whoever does. */
export function HoldForm({ territory, reload, onClose }: HoldFormProps) {
  const { t } = useTranslation('territories');
  const { company } = useSession();
  const hold = server.useMutation('post', '/api/territories/{id}/holders', { meta: { quiet: true } });
  return (
    <FormDrawer<Values>
      name="hold"
      title={t('holdOf', { name: territory.name })}
      width={480}
      initial={{ isResponsible: true, first: company.today }}
      save={(values) =>
        hold.mutateAsync({
          params: { path: { id: territory.id } },
          body: { ...values, last: values.last ?? null },
          headers: ifMatch(territory.version),
        })
      }
      reload={reload}
      onClose={onClose}
    >
      <Form.Item name="personId" label={t('person')} rules={[{ required: true }]}>
        <RemotePicker path="/api/people" query={{ active: 'true' }} />
      </Form.Item>
      <Form.Item name="isResponsible" label={t('part')} extra={t('partHelp')}>
        <Radio.Group
          options={[
            { value: true, label: t('responsible') },
            { value: false, label: t('supporting') },
          ]}
        />
      </Form.Item>
      <div className={s.pair}>
        <Form.Item name="first" label={t('first')} rules={[{ required: true }]}>
          <DateInput />
        </Form.Item>
        <Form.Item name="last" label={t('last')} extra={t('lastHelp')}>
          <DateInput />
        </Form.Item>
      </div>
    </FormDrawer>
  );
}
