import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages, languageTag } from '@/shared/format/language';
import { loadAntdLocale } from '@/shared/text/language';
import { usePreferences } from '@/shared/ui/preferences';
import type appText from './text.zh.json';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    app: typeof appText;
  }
}

// One small file for each module and language; a reader downloads one language of the modules he opens.
const files = import.meta.glob<ResourceKey>(
  ['./text.*.json', '../shared/text/text.*.json', '../modules/*/text.*.json'],
  { import: 'default' },
);

const fileOf = (namespace: string, language: string): string => {
  if (namespace === 'app') return `./text.${language}.json`;
  if (namespace === 'shared') return `../shared/text/text.${language}.json`;
  return `../modules/${namespace}/text.${language}.json`;
};

const backend: BackendModule = {
  type: 'backend',
  callbackApi: true,
  init() {},
  read(language, namespace, done) {
    // A module without texts of its own has no file; that is not an error.
    const load = files[fileOf(namespace, language)] ?? (async () => ({}));
    load().then(
      (text) => done(null, text),
      (error) => done(error, null),
    );
  },
};

/** The person's choice in this browser, else the browser's language; the account's language comes with the session. */
function firstLanguage(): Language {
  const chosen = usePreferences.getState().language;
  return chosen ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
}

export async function startTexts(): Promise<void> {
  const language = firstLanguage();
  document.documentElement.lang = languageTag[language];
  await Promise.all([
    loadAntdLocale(language),
    i18next
      .use(backend)
      .use(initReactI18next)
      .init({
        lng: language,
        supportedLngs: languages,
        fallbackLng: false,
        ns: ['app', 'shared'],
        defaultNS: 'shared',
        interpolation: { escapeValue: false },
      }),
  ]);
}

export async function loadModuleText(module: string): Promise<null> {
  await i18next.loadNamespaces(module);
  return null;
}
