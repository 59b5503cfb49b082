import { lazy, Suspense } from 'react';
import { useAsked } from './confirm';

const ConfirmDialog = lazy(() => import('./ConfirmDialog'));

/** Once in the product; loads the dialog with the first question. */
export function ConfirmHost() {
  const isAsking = useAsked((state) => state.asked !== null);
  return <Suspense fallback={null}>{isAsking && <ConfirmDialog />}</Suspense>;
}
