import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, useLanguage } from '@/shared/text/language';
import { IconButton } from './IconButton';
import { setPreference, type ThemeChoice, usePreferences } from './preferences';

const themeIcons = { system: <DesktopOutlined />, light: <SunOutlined />, dark: <MoonOutlined /> };
const nextTheme: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' };

/** One button through system, light and dark: lighter than a menu, and each press shows what it does. */
export function ThemeSwitch() {
  const { t } = useTranslation('shared');
  const choice = usePreferences((p) => p.theme);
  return (
    <IconButton
      label={t('theme.now', { theme: t(`theme.${choice}`) })}
      icon={themeIcons[choice]}
      onClick={() => setPreference({ theme: nextTheme[choice] })}
    />
  );
}

export function LanguageSwitch() {
  const { t } = useTranslation('shared');
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  // The name of the other language in that language: readable by the person who needs it.
  const name = t('language.other');
  return (
    <IconButton
      label={t('language.switch')}
      lang={other}
      icon={<span style={{ fontSize: 14 }}>{name}</span>}
      onClick={() => chooseLanguage(other)}
    />
  );
}
