import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { chooseLanguage, useLanguage } from '@/shared/text/language';
import { setPreference, type ThemeChoice } from '@/shared/ui/preferences';
import { useMenu } from '../menu';
import { showOverlay } from '../overlay';
import { signOut } from '../signOut';
import type { Candidate } from './match';

/** What the palette offers without asking the server. */
export function useCommands() {
  const { t } = useTranslation(['app', 'shared']);
  const navigate = useNavigate();
  const language = useLanguage();
  const { entries, creates } = useMenu();

  const pages = entries.map(
    (entry): Candidate => ({
      id: entry.path,
      title: t(`shared:menu.${entry.title}`),
      hint: entry.go ? `g ${entry.go}` : '',
      words: [...(entry.aliases ?? []), ...entry.path.split('/').filter(Boolean)],
      run: () => navigate(entry.path),
    }),
  );
  const themes: ThemeChoice[] = ['light', 'dark', 'system'];
  const actions: Candidate[] = [
    ...creates.map((entry) => ({
      id: entry.to,
      title: t(`shared:create.${entry.title}`),
      words: ['new', 'create', 'xinjian', ...(entry.aliases ?? [])],
      run: () => navigate(entry.to),
    })),
    ...themes.map((theme) => ({
      id: theme,
      title: t('shared:theme.use', { theme: t(`shared:theme.${theme}`) }),
      words: ['theme', 'zhuti', theme],
      run: () => setPreference({ theme }),
    })),
    {
      id: 'language',
      title: t('shared:language.switch'),
      words: ['language', 'yuyan', 'english', 'zhongwen', 'chinese'],
      run: () => chooseLanguage(language === 'zh' ? 'en' : 'zh'),
    },
    { id: 'keys', title: t('person.keys'), hint: '?', words: ['keyboard', 'help'], run: () => showOverlay('keys') },
    { id: 'signOut', title: t('person.signOut'), words: ['sign out', 'logout', 'tuichu'], run: signOut },
  ];
  return { pages, actions, openRecord: (link: string) => navigate(link) };
}
