import { useSyncExternalStore } from 'react';

/** A hook to read and change a setting of this tab. It is not stored: a shared computer keeps nothing of its users. */
export function tabSetting<Value>(first: Value): () => readonly [Value, (value: Value) => void] {
  let current = first;
  const watchers = new Set<() => void>();
  const watch = (watcher: () => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  };
  const read = () => current;
  const change = (value: Value) => {
    current = value;
    for (const watcher of watchers) watcher();
  };
  return () => [useSyncExternalStore(watch, read), change];
}
