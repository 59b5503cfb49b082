import type { AppModule } from '@/shared/module';

export const planning: AppModule = { name: 'planning', routes: [] };
