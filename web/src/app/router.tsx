import { createBrowserRouter, type RouteObject } from 'react-router';
import { onSignedOut } from '@/shared/api/client';
import { page } from '@/shared/module';
import { requireSession, signInPath } from './guard';
import { modules } from './modules';
import { queryClient } from './queryClient';
import { RouteProblem } from './RouteProblem';
import { Shell } from './Shell';
import { loadModuleText } from './texts';

const once = () => false;

/** A module's pages sit below a route that loads the module's text, at the same time as the page itself. */
const moduleRoutes: RouteObject[] = modules.map((module) => ({
  id: module.name,
  loader: () => loadModuleText(module.name),
  shouldRevalidate: once,
  ErrorBoundary: RouteProblem,
  children: module.routes,
}));

export const router = createBrowserRouter([
  {
    ErrorBoundary: RouteProblem,
    HydrateFallback: () => null,
    children: [
      {
        loader: () => loadModuleText('platform'),
        shouldRevalidate: once,
        children: [page('/sign-in', () => import('@/modules/platform/signIn/SignInPage'))],
      },
      {
        id: 'signed-in',
        loader: requireSession,
        shouldRevalidate: once,
        Component: Shell,
        children: [
          ...moduleRoutes,
          page('/', () => import('./HomePage')),
          page('/me', () => import('./phone/MePage')),
          page('*', () => import('./NotFoundPage')),
        ],
      },
    ],
  },
]);

// A session ends under an open page: sign in and come back. A form with unsaved input asks first, see useLeaveGuard.
onSignedOut(() => {
  const { location } = router.state;
  if (location.pathname === '/sign-in') return;
  queryClient.removeQueries({ queryKey: ['get', '/api/session'] });
  void router.navigate(signInPath(location));
});
