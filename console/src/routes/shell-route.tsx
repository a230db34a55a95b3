import { type AsyncRouteComponent, createRootRoute, Navigate } from '@tanstack/react-router';
import { useRole } from '../features/session/roles.js';
import { Shell } from '../features/shell/shell.js';
import type { Role } from '../hub/gql/enums.js';
import type { Search } from '../lib/search.js';
import { NotFound } from './not-found.js';

/** The route of which all screens are a part. */
export const shell = createRootRoute({ component: Shell, notFoundComponent: NotFound });

/** The filters in an address are strings. */
export const strings = (search: Record<string, unknown>): Search => search as Search;

/** A screen for some roles; the others are led to their first screen. */
export function only(
  isFor: (role: Role | undefined) => boolean,
  Screen: AsyncRouteComponent<object>,
): AsyncRouteComponent<object> {
  const Guarded = () => (isFor(useRole()) ? <Screen /> : <Navigate to="/accueil" replace />);
  return Object.assign(Guarded, Screen.preload && { preload: Screen.preload });
}
