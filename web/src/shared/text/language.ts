import type { Locale } from 'antd/es/locale';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Language, languageTag } from '@/shared/format/language';
import { setPreference } from '@/shared/ui/preferences';
import type sharedText from './text.zh.json';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    shared: typeof sharedText;
  }
  interface CustomTypeOptions {
    defaultNS: 'shared';
    returnNull: false;
  }
}

/** The language on screen. Renders again when it changes. */
export const useLanguage = (): Language => useTranslation('shared').i18n.language as Language;

const antdTexts: Record<Language, () => Promise<{ default: Locale }>> = {
  zh: () => import('antd/es/locale/zh_CN'),
  en: () => import('antd/es/locale/en_US'),
};
const antdLocales: Partial<Record<Language, Locale>> = {};

export async function loadAntdLocale(language: Language): Promise<void> {
  antdLocales[language] ??= (await antdTexts[language]()).default;
}

export const antdLocale = (language: Language): Locale | undefined => antdLocales[language];

/** Changes the language on screen once everything in it is loaded, so nothing flashes. */
export async function showLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  await loadAntdLocale(language);
  document.documentElement.lang = languageTag[language];
  await i18next.changeLanguage(language);
}

/** The person's own choice, remembered in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  setPreference({ language });
  await showLanguage(language);
}
