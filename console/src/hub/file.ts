import { useEffect } from 'react';
import { useHub } from './hub.js';

/** Follows the changes of a person's file while a screen shows it: they come as topic `file`. */
export function useFileEvents(person: string): void {
  const { live } = useHub();
  useEffect(() => live.followFile(person), [live, person]);
}
