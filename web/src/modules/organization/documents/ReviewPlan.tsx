import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import type { HouseDocument } from './DocumentForm';

type Values = Body<'/api/documents/{id}/review-plan', 'put'>;

interface ReviewPlanProps {
  document: HouseDocument;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

/** By when the effect of a rule is to be looked at, and who sees to it. */
export function ReviewPlan({ document, reload, onClose }: ReviewPlanProps) {
  const { t } = useTranslation('organization');
  const { today } = useSession().company;
  const plan = server.useMutation('put', '/api/documents/{id}/review-plan', { meta: { quiet: true } });
  const { responsibleId, responsibleName } = document;
  return (
    <FormDrawer<Values>
      name="reviewPlan"
      title={t('documents.planReview')}
      width={440}
      initial={{ reviewOn: document.reviewOn, responsibleId }}
      save={({ reviewOn, responsibleId: who }) =>
        plan.mutateAsync({
          params: { path: { id: document.id } },
          body: { reviewOn: reviewOn ?? null, responsibleId: who ?? null },
          headers: ifMatch(document.version),
        })
      }
      reload={reload}
      onClose={() => onClose()}
    >
      <Form.Item name="reviewOn" label={t('documents.reviewOn')} extra={t('documents.reviewOnHelp')}>
        <DateInput min={today} />
      </Form.Item>
      <Form.Item name="responsibleId" label={t('documents.responsible')}>
        <RemotePicker
          path="/api/colleagues"
          current={responsibleId && responsibleName ? { id: responsibleId, name: responsibleName, number: null } : null}
        />
      </Form.Item>
    </FormDrawer>
  );
}
