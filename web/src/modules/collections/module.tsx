import type { AppModule } from '@/shared/module';

export const collections: AppModule = { name: 'collections', routes: [] };
