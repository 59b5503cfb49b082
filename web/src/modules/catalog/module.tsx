import type { AppModule } from '@/shared/module';

export const catalog: AppModule = { name: 'catalog', routes: [] };
