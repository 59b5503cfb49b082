import type { AppModule } from '@/shared/module';

export const territories: AppModule = { name: 'territories', routes: [] };
