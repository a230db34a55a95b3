import { useCallback, useRef, useState } from 'react';

/** Work that runs once at a time. */
export interface SingleFlight<Given extends unknown[], Result> {
  /** Starts the work. While it runs, further calls return the same result: five clicks are one command. */
  run(...given: Given): Promise<Result>;
  readonly isRunning: boolean;
  /** The result of the last run; undefined before, and after {@link reset}. */
  readonly result: Result | undefined;
  reset(): void;
}

/** Work of which one run is under way at most, with its state for the screen. */
export function useSingleFlight<Given extends unknown[], Result>(
  work: (...given: Given) => Promise<Result>,
): SingleFlight<Given, Result> {
  const [isRunning, setRunning] = useState(false);
  const [result, setResult] = useState<Result>();
  const running = useRef<Promise<Result>>(undefined);
  const run = useCallback(
    (...given: Given) => {
      running.current ??= (async () => {
        setRunning(true);
        setResult(undefined);
        try {
          const ended = await work(...given);
          setResult(ended);
          return ended;
        } finally {
          running.current = undefined;
          setRunning(false);
        }
      })();
      return running.current;
    },
    [work],
  );
  const reset = useCallback(() => setResult(undefined), []);
  return { run, isRunning, result, reset };
}
