import { createQueryClient } from '@/shared/api/queryClient';
import { reportProblem } from '@/shared/ui/toast';

export const queryClient = createQueryClient(reportProblem);
