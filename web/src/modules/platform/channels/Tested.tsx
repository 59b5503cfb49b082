import { Alert } from 'antd';
import type { Reply } from '@/shared/api/types';

/** What came of a test. */
export function Tested({ result, sent }: { result: Reply<'/api/mail-server/test', 'post'>; sent: string }) {
  return result.isSent ? (
    <Alert type="success" showIcon title={sent} role="status" />
  ) : (
    <Alert type="error" showIcon title={result.reason} description={result.detail} role="alert" />
  );
}
