import { useState } from 'react';
import { useHub } from './hub.js';

/**
 * A hook for what the user typed that may not be in the address, because it identifies a person. It is kept in memory
 * while the user looks at another screen and comes back. It belongs to the connection: another membership, or whoever
 * signs in next, finds nothing of it.
 */
export function remembering<Value>(initial: Value) {
  const remembered = new WeakMap<object, Value>();
  return function useRemembered(): readonly [Value, (value: Value) => void] {
    const { live } = useHub();
    const [value, setValue] = useState(() => remembered.get(live) ?? initial);
    return [
      value,
      (changed) => {
        remembered.set(live, changed);
        setValue(changed);
      },
    ];
  };
}
