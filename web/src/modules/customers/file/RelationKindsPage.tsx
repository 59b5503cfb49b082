import { Button, Form, Input, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';

type Kind = Reply<'/api/customer-relation-kinds'>['items'][number];

/** How companies may belong together, said from both sides. What was said with a kind stays when it is closed. */
export default function RelationKindsPage() {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = server.useQuery('get', '/api/customer-relation-kinds');
  const [editing, setEditing] = useState<Kind | 'new' | null>(null);
  return (
    <>
      <PageHead
        title={t('relationKinds.title')}
        note={t('relationKinds.note')}
        actions={
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('relationKinds.add')}
          </Button>
        }
      />
      {error && <LoadFailed error={error} retry={refetch} />}
      {data && (
        <Panel>
          <FigureTable
            words={4}
            head={[
              t('relationKinds.name'),
              t('relationKinds.reverse'),
              t('relationKinds.kind'),
              t('state'),
              t('relationKinds.order'),
            ]}
          >
            {data.items.map((kind) => (
              <tr key={kind.id}>
                <th scope="row">
                  <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setEditing(kind)}>
                    {kind.name}
                  </Button>
                  <div className="muted">{kind.nameEn}</div>
                </th>
                <td>
                  {kind.reverse}
                  <div className="muted">{kind.reverseEn}</div>
                </td>
                <td>{kind.isParent ? t('relationKinds.parent') : '–'}</td>
                <td>
                  <StatusTag tone={kind.isClosed ? 'neutral' : 'good'}>
                    {t(kind.isClosed ? 'relationKinds.closed' : 'relationKinds.open')}
                  </StatusTag>
                </td>
                <td className="number">{kind.order}</td>
              </tr>
            ))}
          </FigureTable>
        </Panel>
      )}
      {editing && (
        <KindForm
          key={editing === 'new' ? 'new' : editing.id}
          kind={editing === 'new' ? undefined : editing}
          order={Math.max(0, ...(data?.items.map((kind) => kind.order) ?? [])) + 1}
          reload={refetch}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

type Values = Partial<Pick<Kind, 'name' | 'nameEn' | 'reverse' | 'reverseEn' | 'order'>> & { isOpen?: boolean };

interface KindFormProps {
  kind?: Kind;
  order: number;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

function KindForm({ kind, order, reload, onClose }: KindFormProps) {
  const { t } = useTranslation('customers');
  return (
    <FormDrawer<Values>
      name="relationKind"
      title={kind ? t('relationKinds.edit', { name: kind.name }) : t('relationKinds.add')}
      initial={kind ? { ...kind, isOpen: !kind.isClosed } : { order, isOpen: true }}
      save={(values) => {
        const body = {
          name: values.name ?? '',
          nameEn: values.nameEn ?? '',
          reverse: values.reverse ?? '',
          reverseEn: values.reverseEn ?? '',
          order: values.order ?? 0,
          isClosed: !values.isOpen,
        };
        return kind
          ? api.PUT('/api/customer-relation-kinds/{id}', {
              params: { path: { id: kind.id } },
              body,
              headers: ifMatch(kind.version),
            })
          : api.POST('/api/customer-relation-kinds', { body });
      }}
      reload={kind && reload}
      onSaved={() => toast.success(t('grading.saved'))}
      onClose={() => onClose()}
    >
      <div className={s.pair}>
        <Form.Item name="name" label={t('relationKinds.nameOf')} extra={t('relationKinds.nameHelp')} required>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('relationKinds.nameEnOf')} required>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="reverse" label={t('relationKinds.reverseOf')} extra={t('relationKinds.reverseHelp')} required>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="reverseEn" label={t('relationKinds.reverseEnOf')} required>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="order" label={t('relationKinds.order')} required>
          <InputNumber min={0} max={1000} precision={0} />
        </Form.Item>
      </div>
      <Form.Item
        name="isOpen"
        label={t('relationKinds.open')}
        extra={t('relationKinds.openHelp')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
    </FormDrawer>
  );
}
