import { useEffect, useEffectEvent } from 'react';
import { tabSetting } from '../../lib/tab-setting.js';

/** How long the second key of a pair may take, in milliseconds. */
const pairWithin = 1500;

/** Whether this tab uses the shortcuts. */
export const useKeysAreOn = tabSetting(true);

/**
 * Calls a function when its key is pressed: a single key, or a pair such as `g r`. Not while the user types or a
 * dialog is open, and not with Ctrl, Alt or Meta. Shortcuts only navigate: no key runs a command.
 */
export function useShortcuts(keys: Readonly<Record<string, () => void>>, active: boolean): void {
  const pressed = useEffectEvent((name: string) => keys[name]?.());
  const starts = useEffectEvent((key: string) => Object.keys(keys).some((it) => it.startsWith(`${key} `)));
  useEffect(() => {
    if (!active) return;
    let first: { key: string; at: number } | undefined;
    const down = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('[role=dialog]')) return;
      const name = first && Date.now() - first.at < pairWithin ? `${first.key} ${event.key}` : event.key;
      first = starts(event.key) && name === event.key ? { key: event.key, at: Date.now() } : undefined;
      if (first) return;
      if (name in keys) event.preventDefault();
      pressed(name);
    };
    addEventListener('keydown', down);
    return () => removeEventListener('keydown', down);
  }, [active, keys]);
}

function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return Boolean(element?.closest('input, textarea, select, [contenteditable], [role=menu], [role=listbox]'));
}
