import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/Providers';
import { router } from './app/router';
import { startTexts } from './app/texts';
import '@/shared/ui/base.css';

// After a new version was installed, an open page asks for files that are gone: read it anew. At most once in ten
// seconds, or a server that really lacks a file would be asked for ever.
addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem('yingpan.reloaded') ?? 0);
  if (Date.now() - last < 10_000) return;
  sessionStorage.setItem('yingpan.reloaded', String(Date.now()));
  location.reload();
});

await startTexts();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers router={router} />
  </StrictMode>,
);
