import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { RateInput } from '@/shared/ui/inputs/RateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';

type Ownership = Reply<'/api/customers/{id}/ownership'>;
interface Values {
  shares: { personId: string | null; share: string | null }[];
}

/** All parts at once: they come to the whole. None at all gives the customer back to his owner alone. */
export function SharesForm(props: { id: string; ownership: Ownership; onSaved: () => void; onClose: () => void }) {
  const { id, ownership, onSaved, onClose } = props;
  const { t } = useTranslation(['customers', 'shared']);
  const shares = ownership.shares.length
    ? ownership.shares.map(({ personId, share }) => ({ personId, share }))
    : [
        { personId: ownership.ownerId ?? null, share: '0.7' },
        { personId: null, share: '0.3' },
      ];
  const names = new Map(ownership.shares.map((part) => [part.personId, part.name]));
  if (ownership.ownerId && ownership.ownerName) names.set(ownership.ownerId, ownership.ownerName);
  return (
    <FormDrawer<Values>
      name="shares"
      title={t('own.do.share')}
      initial={{ shares }}
      save={(values) =>
        api.PUT('/api/customers/{id}/shares', {
          params: { path: { id } },
          body: { shares: values.shares.map((part) => ({ personId: part.personId ?? '', share: part.share ?? '0' })) },
        })
      }
      onSaved={() => {
        toast.success(t('own.did.share'));
        onSaved();
      }}
      onClose={onClose}
      width={480}
    >
      <p className="muted">{t('own.sharesHint')}</p>
      <Form.List name="shares">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, i) => {
              const personId = shares[i]?.personId;
              return (
                <div key={key} className={s.line}>
                  <Form.Item name={[name, 'personId']} label={t('own.person')}>
                    <RemotePicker
                      path="/api/colleagues"
                      current={personId ? { id: personId, name: names.get(personId) ?? '' } : null}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'share']} label={t('own.share')}>
                    <RateInput />
                  </Form.Item>
                  <IconButton label={t('shared:remove')} icon={<DeleteOutlined />} onClick={() => remove(name)} />
                </div>
              );
            })}
            <Button icon={<PlusOutlined />} onClick={() => add({ personId: null, share: null })}>
              {t('own.addPerson')}
            </Button>
          </>
        )}
      </Form.List>
      {/* Where a fault of the whole set is told. */}
      <Form.Item name="shares" noStyle>
        <input type="hidden" />
      </Form.Item>
    </FormDrawer>
  );
}
