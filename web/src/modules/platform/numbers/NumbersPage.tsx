import { EditOutlined } from '@ant-design/icons';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import type { RowOf } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { NumberInput } from '@/shared/ui/inputs/NumberInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import s from './numbers.module.css';

type Row = RowOf<'/api/number-sequences'>;

/** How the numbers of each kind of record are made. */
export default function NumbersPage() {
  const { t } = useTranslation('platform');
  const { data, error, refetch } = server.useQuery('get', '/api/number-sequences');
  const [editing, setEditing] = useState<string | null>(null);
  const open = data?.items.find(({ name }) => name === editing);
  return (
    <>
      <PageHead title={t('numbers.title')} />
      {error && <LoadFailed error={error} retry={refetch} />}
      <Panel title={t('numbers.panel')} note={t('numbers.help')}>
        <ul className={s.rows}>
          {data?.items.map((row) => (
            <li key={row.name}>
              <span>{row.title}</span>
              <span className="muted">{t('numbers.next')}</span>
              <b className="number">{row.example}</b>
              <IconButton
                label={`${t('numbers.edit')}: ${row.title}`}
                icon={<EditOutlined />}
                onClick={() => setEditing(row.name)}
              />
            </li>
          ))}
        </ul>
      </Panel>
      {open && <NumbersForm row={open} reload={refetch} onClose={() => setEditing(null)} />}
    </>
  );
}

interface Values {
  prefix: string;
  width: string;
  next: string;
}

function NumbersForm({ row, reload, onClose }: { row: Row; reload: () => Promise<unknown>; onClose: () => void }) {
  const { t } = useTranslation(['platform', 'shared']);
  return (
    <FormDrawer<Values>
      name="numbers"
      title={row.title}
      initial={{ prefix: row.prefix, width: `${row.width}`, next: `${row.next}` }}
      save={({ prefix, width, next }) =>
        api.PUT('/api/number-sequences/{name}', {
          params: { path: { name: row.name } },
          headers: ifMatch(row.version),
          body: { prefix: prefix ?? '', width: Number(width), next: Number(next) },
        })
      }
      onSaved={() => toast.success(t('shared:form.saved'))}
      onClose={onClose}
      reload={reload}
      width={420}
    >
      <Form.Item name="prefix" label={t('numbers.prefix')} extra={t('numbers.prefixHelp')}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="width" label={t('numbers.width')} extra={t('numbers.widthHelp')} required>
        <NumberInput />
      </Form.Item>
      <Form.Item name="next" label={t('numbers.nextNumber')} extra={t('numbers.nextHelp')} required>
        <NumberInput />
      </Form.Item>
    </FormDrawer>
  );
}
