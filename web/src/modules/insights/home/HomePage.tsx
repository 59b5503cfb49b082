import { lazy } from 'react';
import { useSession } from '@/shared/api/session';

const RepHome = lazy(() => import('./RepHome'));
const TeamHome = lazy(() => import('./TeamHome'));

/** Who sells for himself asks whom now and how far; who answers for others asks who is behind and why. */
export default function HomePage() {
  const { person, permissions } = useSession();
  return person && permissions['orders.read'] === 'Own' ? <RepHome person={person} /> : <TeamHome />;
}
