import type { AppModule } from '@/shared/module';

export const insights: AppModule = { name: 'insights', routes: [] };
