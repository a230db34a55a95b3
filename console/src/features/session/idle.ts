import { useEffect, useEffectEvent } from 'react';

const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** How often the time without input is checked, in milliseconds. */
const checkEvery = 1000;

/**
 * Calls `onIdle` after a time without input. The clock is compared, not counted: a computer that slept is idle.
 * @param minutes 0 means never
 */
export function useIdle(minutes: number, active: boolean, onIdle: () => void): void {
  const idle = useEffectEvent(onIdle);
  useEffect(() => {
    if (!active || minutes <= 0) return;
    let last = Date.now();
    const touched = () => {
      last = Date.now();
    };
    const timer = setInterval(() => {
      if (Date.now() - last < minutes * 60_000) return;
      last = Number.POSITIVE_INFINITY;
      idle();
    }, checkEvery);
    for (const input of inputs) addEventListener(input, touched, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const input of inputs) removeEventListener(input, touched, { capture: true });
    };
  }, [minutes, active]);
}
