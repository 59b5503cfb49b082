import { platform } from '@/modules/platform/module';
import type platformText from '@/modules/platform/text.zh.json';
import type { AppModule } from '@/shared/module';

/** The one list of modules: routes, menu and palette are made from it. */
export const modules: AppModule[] = [platform];

// Typed text keys, one line for each module.
declare module 'i18next' {
  interface ResourceNamespaceMap {
    platform: typeof platformText;
  }
}
