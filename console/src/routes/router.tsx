import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Shell } from '../features/shell/shell.js';
import { parseSearch, type Search, stringifySearch } from '../lib/search.js';
import { root } from '../lib/settings.js';
import { NotFound } from './not-found.js';

/* The screens and their addresses. Each screen is a file of its own, loaded when it is first opened. */

const shell = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/reception', replace: true });
  },
});

const strings = (search: Record<string, unknown>): Search => search as Search;

const reception = createRoute({
  getParentRoute: () => shell,
  path: '/reception',
  validateSearch: strings,
  component: lazyRouteComponent(() => import('./reception.js'), 'ReceptionScreen'),
});

const referral = createRoute({
  getParentRoute: () => shell,
  path: '/orientations/$id',
  component: lazyRouteComponent(() => import('./referral.js'), 'ReferralScreen'),
});

const persons = createRoute({
  getParentRoute: () => shell,
  path: '/personnes',
  validateSearch: strings,
  component: lazyRouteComponent(() => import('./persons.js'), 'PersonsScreen'),
});

const person = createRoute({
  getParentRoute: () => shell,
  path: '/personnes/$id',
  validateSearch: strings,
  component: lazyRouteComponent(() => import('./person.js'), 'PersonScreen'),
});

const refer = createRoute({
  getParentRoute: () => shell,
  path: '/personnes/$id/orienter',
  validateSearch: strings,
  component: lazyRouteComponent(() => import('./refer.js'), 'ReferScreen'),
});

const notifications = createRoute({
  getParentRoute: () => shell,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./notifications.js'), 'NotificationsScreen'),
});

const accessibility = createRoute({
  getParentRoute: () => shell,
  path: '/accessibilite',
  component: lazyRouteComponent(() => import('./accessibility.js'), 'AccessibilityScreen'),
});

export const router = createRouter({
  routeTree: shell.addChildren([
    home,
    reception,
    referral,
    persons,
    person,
    refer,
    notifications,
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
