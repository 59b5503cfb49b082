import type { Reply } from '@/shared/api/types';

export type Customer = Reply<'/api/customers/{id}'>;
