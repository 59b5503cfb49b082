import type { AppModule } from '@/shared/module';

export const customers: AppModule = { name: 'customers', routes: [] };
