import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { useLayoutEffect, useMemo } from 'react';
import type { DataRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { antdLocale, useLanguage } from '@/shared/text/language';
import { ConfirmHost } from '@/shared/ui/ConfirmHost';
import { useDarkMode } from '@/shared/ui/darkMode';
import { useIsPhone, useIsStill } from '@/shared/ui/media';
import { usePreferences } from '@/shared/ui/preferences';
import { Toasts } from '@/shared/ui/Toasts';
import { themeFor, variablesClass } from '@/shared/ui/theme';
import { queryClient } from './queryClient';

/** Everything that holds for every page: theme, language, server state, toasts, routes. */
export function Providers({ router }: { router: DataRouter }) {
  const isDark = useDarkMode();
  const isPhone = useIsPhone();
  const isStill = useIsStill();
  const language = useLanguage();
  const upIsRed = usePreferences((p) => p.upIsRed) ?? language === 'zh';
  const theme = useMemo(() => themeFor({ isDark, isPhone, isStill }), [isDark, isPhone, isStill]);

  useLayoutEffect(() => {
    const html = document.documentElement;
    html.classList.add(variablesClass);
    html.dataset.theme = isDark ? 'dark' : 'light';
    html.dataset.up = upIsRed ? 'red' : 'green';
  }, [isDark, upIsRed]);

  return (
    <ConfigProvider
      theme={theme}
      locale={antdLocale(language)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      form={{ requiredMark: true }}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toasts />
        <ConfirmHost />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
