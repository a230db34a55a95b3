import {
  type AsyncRouteComponent,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  redirect,
} from '@tanstack/react-router';
import { readsFiles, useRole } from '../features/session/roles.js';
import { Shell } from '../features/shell/shell.js';
import { parseSearch, type Search, stringifySearch } from '../lib/search.js';
import { root } from '../lib/settings.js';
import { NotFound } from './not-found.js';

/* The screens and their addresses. Each screen is a file of its own, loaded when it is first opened. */

const shell = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  // Before the first render, so that the first screen of most members is loaded at once.
  beforeLoad: () => {
    throw redirect({ to: '/reception', replace: true });
  },
});

const start = createRoute({
  getParentRoute: () => shell,
  path: '/accueil',
  component: lazyRouteComponent(() => import('./start.js'), 'StartScreen'),
});

const strings = (search: Record<string, unknown>): Search => search as Search;

const reception = createRoute({
  getParentRoute: () => shell,
  path: '/reception',
  validateSearch: strings,
  component: ofFiles(lazyRouteComponent(() => import('./reception.js'), 'ReceptionScreen')),
});

const referral = createRoute({
  getParentRoute: () => shell,
  path: '/orientations/$id',
  component: ofFiles(lazyRouteComponent(() => import('./referral.js'), 'ReferralScreen')),
});

const persons = createRoute({
  getParentRoute: () => shell,
  path: '/personnes',
  validateSearch: strings,
  component: ofFiles(lazyRouteComponent(() => import('./persons.js'), 'PersonsScreen')),
});

const person = createRoute({
  getParentRoute: () => shell,
  path: '/personnes/$id',
  validateSearch: strings,
  component: ofFiles(lazyRouteComponent(() => import('./person.js'), 'PersonScreen')),
});

const refer = createRoute({
  getParentRoute: () => shell,
  path: '/personnes/$id/orienter',
  validateSearch: strings,
  component: ofFiles(lazyRouteComponent(() => import('./refer.js'), 'ReferScreen')),
});

const notifications = createRoute({
  getParentRoute: () => shell,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./notifications.js'), 'NotificationsScreen'),
});

const preferences = createRoute({
  getParentRoute: () => shell,
  path: '/preferences',
  component: lazyRouteComponent(() => import('./preferences.js'), 'PreferencesScreen'),
});

const accessibility = createRoute({
  getParentRoute: () => shell,
  path: '/accessibilite',
  component: lazyRouteComponent(() => import('./accessibility.js'), 'AccessibilityScreen'),
});

/** A screen for the roles that read files and referrals; the others are led to their first screen. */
function ofFiles(Screen: AsyncRouteComponent<object>): AsyncRouteComponent<object> {
  const Guarded = () => (readsFiles(useRole()) ? <Screen /> : <Navigate to="/accueil" replace />);
  return Object.assign(Guarded, Screen.preload && { preload: Screen.preload });
}

export const router = createRouter({
  routeTree: shell.addChildren([
    home,
    start,
    reception,
    referral,
    persons,
    person,
    refer,
    notifications,
    preferences,
    accessibility,
  ]),
  basepath: root.pathname,
  parseSearch,
  stringifySearch,
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
