import { lazy, Suspense, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { LeaveGuard } from '@/shared/ui/form/LeaveGuard';
import { useHotkeys } from '@/shared/ui/hotkeys';
import { useMenu } from './menu';
import { showOverlay, useOverlay } from './overlay';

const Palette = lazy(() => import('./palette/Palette'));
const KeyboardHelp = lazy(() => import('./palette/KeyboardHelp'));
const NotificationDrawer = lazy(() => import('@/modules/platform/notifications/NotificationDrawer'));

/** What both shells can open over any page, and the keys for it. Loaded when first asked for. */
export function Overlays() {
  const open = useOverlay((o) => o.open);
  const navigate = useNavigate();
  const { entries } = useMenu();
  const keys = useMemo(() => {
    const goTo = entries.filter((e) => e.go).map((e) => [`g ${e.go}`, () => navigate(e.path)] as const);
    return {
      'mod+k': () => showOverlay(useOverlay.getState().open === 'palette' ? null : 'palette'),
      '?': () => showOverlay('keys'),
      ...Object.fromEntries(goTo),
    };
  }, [entries, navigate]);
  useHotkeys(keys);

  const close = () => showOverlay(null);
  return (
    <Suspense fallback={null}>
      <LeaveGuard />
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'keys' && <KeyboardHelp onClose={close} />}
      {open === 'notifications' && <NotificationDrawer onClose={close} />}
    </Suspense>
  );
}
