import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '@/shared/api/problem';
import { useCan } from '@/shared/api/session';
import type { FormTrouble as Trouble } from './useSaving';

/** Above the fields: what could not be shown beside one of them. */
export function FormTrouble({ trouble, reload }: { trouble: Trouble | null; reload?: () => void }) {
  const { t } = useTranslation('shared');
  if (!trouble || trouble.messages.length === 0) return null;
  const [first, ...others] = trouble.messages;
  return (
    <Alert
      type={trouble.stale ? 'warning' : 'error'}
      showIcon
      role="alert"
      style={{ marginBottom: 16 }}
      title={first}
      description={others.length > 0 ? others.map((text) => <div key={text}>{text}</div>) : undefined}
      action={
        (trouble.stale && reload && (
          <Button size="small" onClick={reload}>
            {t('form.reload')}
          </Button>
        )) ||
        (trouble.problem?.code === 'territories.release-needed' && <AskRelease problem={trouble.problem} />)
      }
    />
  );
}

/** Where a refusal says what is missing, the way to it; in a tab of its own, so that what was typed stays. */
function AskRelease({ problem }: { problem: ApiProblem }) {
  const { t } = useTranslation('shared');
  const mayAsk = useCan('territories.outside-read');
  if (!mayAsk) return null;
  const { territoryId, territory, act, subject } = problem.params as Record<string, string>;
  const asked = new URLSearchParams({
    ask: territoryId ?? '',
    name: territory ?? '',
    act: act ?? '',
    subject: subject ?? '',
  });
  return (
    <Button size="small" href={`/territory-outside?${asked}`} target="_blank">
      {t('form.askRelease')}
    </Button>
  );
}
