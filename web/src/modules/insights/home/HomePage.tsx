import { useSession } from '@/shared/api/session';
import { RepHome } from './RepHome';
import { TeamHome } from './TeamHome';

/** Who sells for himself asks whom now and how far; who answers for others asks who is behind and why. */
export default function HomePage() {
  const { person, permissions } = useSession();
  return person && permissions['orders.read'] === 'Own' ? <RepHome person={person} /> : <TeamHome />;
}
