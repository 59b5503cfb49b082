import { lazy, Suspense } from 'react';
import { useIsPhone } from '@/shared/ui/media';

const loadDesktop = () => import('./desktop/DesktopShell');
const loadPhone = () => import('./phone/PhoneShell');
const DesktopShell = lazy(loadDesktop);
const PhoneShell = lazy(loadPhone);

/** Two shells around the same routes; a phone never downloads the desktop's, nor the other way round. */
export function Shell() {
  return <Suspense fallback={null}>{useIsPhone() ? <PhoneShell /> : <DesktopShell />}</Suspense>;
}
