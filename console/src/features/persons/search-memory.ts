import { useState } from 'react';
import { useHub } from '../../hub/hub.js';
import { noSearch, type PersonSearch } from './filters.js';

/** By connection: another membership, or whoever signs in next, finds nothing of it. */
const remembered = new WeakMap<object, PersonSearch>();

/** What is searched; kept while the user looks at a file and comes back. */
export function useRememberedSearch(): readonly [PersonSearch, (search: PersonSearch) => void] {
  const { live } = useHub();
  const [search, setSearch] = useState(() => remembered.get(live) ?? noSearch);
  return [
    search,
    (changed) => {
      remembered.set(live, changed);
      setSearch(changed);
    },
  ];
}
