import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, useLanguage } from '@/shared/text/language';
import { Panel } from '@/shared/ui/Panel';
import { setPreference, usePreferences } from '@/shared/ui/preferences';
import s from './ProfilePage.module.css';

/** Takes effect at once and lives in this browser, so there is nothing to save. */
export function Appearance() {
  const { t } = useTranslation(['platform', 'shared']);
  const { theme, density, upIsRed } = usePreferences();
  const language = useLanguage();
  return (
    <Panel title={t('appearance.title')} note={t('appearance.note')}>
      <Choice label={t('appearance.theme')}>
        <Segmented
          aria-label={t('appearance.theme')}
          value={theme}
          onChange={(value) => setPreference({ theme: value })}
          options={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`shared:theme.${value}`),
          }))}
        />
      </Choice>
      <Choice label={t('appearance.language')}>
        <Segmented
          aria-label={t('appearance.language')}
          value={language}
          onChange={chooseLanguage}
          options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`shared:language.${value}`) }))}
        />
      </Choice>
      <Choice label={t('appearance.density')}>
        <Segmented
          aria-label={t('appearance.density')}
          value={density}
          onChange={(value) => setPreference({ density: value })}
          options={(['middle', 'small'] as const).map((value) => ({ value, label: t(`shared:density.${value}`) }))}
        />
      </Choice>
      <Choice label={t('appearance.up')}>
        <Segmented
          aria-label={t('appearance.up')}
          value={upIsRed === null ? 'locale' : upIsRed ? 'red' : 'green'}
          onChange={(value) => setPreference({ upIsRed: value === 'locale' ? null : value === 'red' })}
          options={(['locale', 'red', 'green'] as const).map((value) => ({
            value,
            label: t(`appearance.upIs.${value}`),
          }))}
        />
      </Choice>
    </Panel>
  );
}

const Choice = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={s.choice}>
    <span>{label}</span>
    {children}
  </div>
);
