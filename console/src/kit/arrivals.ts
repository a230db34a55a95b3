import { type RefObject, useRef, useState } from 'react';

interface Arrivals<Item> {
  /** What to show: while the list is in use, only what was there already. */
  readonly shown: readonly Item[];
  /** How many items have arrived since. */
  readonly waiting: number;
  show(): void;
}

/**
 * Keeps a live list still while somebody uses it, so that what they aim at stays where it is. New items wait until
 * they are asked for, or until the list is no longer in use; an empty list shows them at once.
 */
export function useArrivals<Item extends { readonly id: string }>(
  items: readonly Item[],
  list: RefObject<HTMLElement | null>,
): Arrivals<Item> {
  const known = useRef<ReadonlySet<string>>(new Set());
  const [, renderAgain] = useState(0);
  const all = new Set(items.map(({ id }) => id));
  const isKept =
    known.current.size > 0 && items.some(({ id }) => known.current.has(id)) && isInUse(list.current);
  if (!isKept) known.current = all;
  const shown = items.filter(({ id }) => known.current.has(id));
  return {
    shown,
    waiting: items.length - shown.length,
    show() {
      known.current = all;
      renderAgain((count) => count + 1);
    },
  };
}

function isInUse(list: HTMLElement | null): boolean {
  return Boolean(list && (list.matches(':hover') || list.contains(document.activeElement)));
}
