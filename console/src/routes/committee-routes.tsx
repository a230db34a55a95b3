import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { protectsFigures, readsFigures } from '../features/session/roles.js';
import { only, shell, strings } from './shell-route.js';

const figures = createRoute({
  getParentRoute: () => shell,
  path: '/chiffres',
  validateSearch: strings,
  component: only(
    readsFigures,
    lazyRouteComponent(() => import('./figures.js'), 'FiguresScreen'),
  ),
});

const questions = createRoute({
  getParentRoute: () => shell,
  path: '/chiffres/questions',
  validateSearch: strings,
  component: only(
    readsFigures,
    lazyRouteComponent(() => import('./questions.js'), 'QuestionsScreen'),
  ),
});

const releases = createRoute({
  getParentRoute: () => shell,
  path: '/chiffres/arretes',
  component: only(
    readsFigures,
    lazyRouteComponent(() => import('./releases.js'), 'ReleasesScreen'),
  ),
});

const protection = createRoute({
  getParentRoute: () => shell,
  path: '/chiffres/protection',
  component: only(
    protectsFigures,
    lazyRouteComponent(() => import('./protection.js'), 'ProtectionScreen'),
  ),
});

const log = createRoute({
  getParentRoute: () => shell,
  path: '/chiffres/journal',
  validateSearch: strings,
  component: only(
    (role) => readsFigures(role) || protectsFigures(role),
    lazyRouteComponent(() => import('./question-log.js'), 'QuestionLogScreen'),
  ),
});

/** The screens of the committee's figures. */
export const committeeRoutes = [figures, questions, releases, protection, log] as const;
