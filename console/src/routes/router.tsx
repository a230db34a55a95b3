import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readsFiles } from '../features/session/roles.js';
import { parseSearch, stringifySearch } from '../lib/search.js';
import { root } from '../lib/settings.js';
import { committeeRoutes } from './committee-routes.js';
import { only, shell, strings } from './shell-route.js';

/* The screens and their addresses. Each screen is a file of its own, loaded when it is first opened. */

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

const reception = createRoute({
  getParentRoute: () => shell,
  path: '/reception',
  validateSearch: strings,
  component: only(
    readsFiles,
    lazyRouteComponent(() => import('./reception.js'), 'ReceptionScreen'),
  ),
});

const referral = createRoute({
  getParentRoute: () => shell,
  path: '/orientations/$id',
  component: only(
    readsFiles,
    lazyRouteComponent(() => import('./referral.js'), 'ReferralScreen'),
  ),
});

const persons = createRoute({
  getParentRoute: () => shell,
  path: '/personnes',
  validateSearch: strings,
  component: only(
    readsFiles,
    lazyRouteComponent(() => import('./persons.js'), 'PersonsScreen'),
  ),
});

const person = createRoute({
  getParentRoute: () => shell,
  path: '/personnes/$id',
  validateSearch: strings,
  component: only(
    readsFiles,
    lazyRouteComponent(() => import('./person.js'), 'PersonScreen'),
  ),
});

const refer = createRoute({
  getParentRoute: () => shell,
  path: '/personnes/$id/orienter',
  validateSearch: strings,
  component: only(
    readsFiles,
    lazyRouteComponent(() => import('./refer.js'), 'ReferScreen'),
  ),
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

export const router = createRouter({
  routeTree: shell.addChildren([
    home,
    start,
    reception,
    referral,
    persons,
    person,
    refer,
    ...committeeRoutes,
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
