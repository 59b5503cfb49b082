import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useLanguage } from '@/shared/text/language';
import { BannerMark } from '@/shared/ui/BannerMark';
import { LanguageSwitch, ThemeSwitch } from '@/shared/ui/Switches';
import { DemoSignIns } from './DemoSignIns';
import { Landscape } from './Landscape';
import { SignInForm } from './SignInForm';
import s from './SignInPage.module.css';
import { useSignIn } from './useSignIn';

export default function SignInPage() {
  const { t } = useTranslation(['platform', 'shared']);
  const { data: welcome } = server.useQuery('get', '/api/welcome', undefined, { staleTime: Number.POSITIVE_INFINITY });
  const signIn = useSignIn();
  const isEnglish = useLanguage() === 'en';
  const company = (isEnglish && welcome?.company.nameEn) || welcome?.company.name;
  const product = t('shared:product');
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${product}`;
  }, [t, product]);

  return (
    <div className={s.page}>
      <aside className={s.side}>
        <div className={s.brand}>
          <BannerMark size={44} />
          <span>{product}</span>
        </div>
        <p className={s.saying}>{t('signIn.saying')}</p>
        <Landscape />
        {welcome && <small className={s.version}>{t('signIn.version', { version: welcome.version })}</small>}
      </aside>
      <main className={s.main}>
        <div className={s.switches}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <div className={s.column}>
          <h1>{company ? t('signIn.to', { company }) : t('signIn.title')}</h1>
          <SignInForm signIn={signIn} />
          {welcome?.company.demo && welcome.demoSignIns.length > 0 && (
            <DemoSignIns people={welcome.demoSignIns} signIn={signIn} />
          )}
        </div>
      </main>
    </div>
  );
}
