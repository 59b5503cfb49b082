import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';

type Territory = Reply<'/api/territories/{id}'>;

interface EndFormProps {
  territory: Territory;
  holder: Territory['holders'][number];
  reload: () => Promise<unknown>;
  onClose: () => void;
}

/** The last day of somebody's time, whether another follows or not. */
export function EndForm({ territory, holder, reload, onClose }: EndFormProps) {
  const { t } = useTranslation('territories');
  const end = server.useMutation('put', '/api/territories/{id}/holders/{holder}', { meta: { quiet: true } });
  return (
    <FormDrawer<{ last?: string | null }>
      name="endHolder"
      title={t('endOf', { name: holder.personName })}
      width={400}
      initial={{ last: holder.last }}
      save={({ last }) =>
        end.mutateAsync({
          params: { path: { id: territory.id, holder: holder.id } },
          body: { last: last ?? null },
          headers: ifMatch(territory.version),
        })
      }
      reload={reload}
      onClose={onClose}
    >
      <Form.Item name="last" label={t('last')} extra={t('endHelp')}>
        <DateInput min={holder.first} />
      </Form.Item>
    </FormDrawer>
  );
}
