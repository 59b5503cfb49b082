import type { AppModule } from '@/shared/module';

export const organization: AppModule = { name: 'organization', routes: [] };
