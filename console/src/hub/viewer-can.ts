import { createContext, useContext } from 'react';
import type { Command } from './gql/enums.js';

const Current = createContext<readonly Command[]>([]);

/** Provides the viewer's `can`: the commands that act on no object, and that the viewer may run. */
export const ViewerCan = Current.Provider;

/** The commands that act on no object, and that the viewer may run; none until the shell has read them. */
export function useViewerCan(): readonly Command[] {
  return useContext(Current);
}
