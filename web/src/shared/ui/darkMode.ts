import { useSystemIsDark } from './media';
import { usePreferences } from './preferences';

export function useDarkMode(): boolean {
  const choice = usePreferences((p) => p.theme);
  const systemIsDark = useSystemIsDark();
  return choice === 'system' ? systemIsDark : choice === 'dark';
}
