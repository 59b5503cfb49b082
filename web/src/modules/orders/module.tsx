import type { AppModule } from '@/shared/module';

export const orders: AppModule = { name: 'orders', routes: [] };
