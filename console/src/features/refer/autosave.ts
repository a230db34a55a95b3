import { useEffect, useEffectEvent, useRef } from 'react';
import { useIsOffline } from '../../hub/hub.js';
import { type DraftContent, isSame } from './draft.js';

/** How long the user must have stopped typing, in milliseconds. */
const pause = 1500;

/**
 * Saves the content when the user pauses, leaves a field or leaves the screen, once there is a service and a purpose.
 * @param save resolves to whether the content is settled; otherwise it is saved again later
 * @returns a function to be called when something else saves the content
 */
export function useAutosave(
  content: DraftContent,
  isOn: boolean,
  save: (content: DraftContent) => Promise<boolean>,
): () => void {
  const isOffline = useIsOffline();
  const settled = useRef<DraftContent | undefined>(content);
  const isReady = isOn && !isOffline && content.service !== '' && content.purpose.trim() !== '';
  const flush = useEffectEvent(() => {
    if (!isReady || (settled.current && isSame(settled.current, content))) return;
    settled.current = content;
    void save(content).then((isSettled) => {
      if (!isSettled && settled.current === content) settled.current = undefined;
    });
  });
  const written = JSON.stringify([isReady, content]);
  useEffect(() => {
    const timer = written && setTimeout(() => flush(), pause);
    return () => clearTimeout(timer);
  }, [written]);
  useEffect(() => {
    const left = () => flush();
    addEventListener('focusout', left);
    return () => {
      removeEventListener('focusout', left);
      flush();
    };
  }, []);
  return () => {
    settled.current = content;
  };
}
