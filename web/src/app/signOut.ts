import { api } from '@/shared/api/client';
import { reportProblem } from '@/shared/ui/toast';

/** Leaves by loading the page anew: nothing of this person stays in memory for the next one. */
export async function signOut(): Promise<void> {
  try {
    await api.DELETE('/api/session');
    location.assign('/sign-in');
  } catch (error) {
    reportProblem(error);
  }
}
