import { useEffect, useState } from 'react';
import { shellWords } from '../../copy/shell.js';
import { useConnection, useHub } from '../../hub/hub.js';
import { announce } from '../../kit/announcer.js';
import { Button } from '../../kit/button.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import css from './shell.module.css';

/** Says that the connection is lost, since when, and when the next attempt is. */
export function OfflineBanner() {
  const connection = useConnection();
  const { live } = useHub();
  const text = useWords(shellWords);
  const dates = useDates();
  const [, countDown] = useState(0);
  const isLost = connection.state === 'lost';
  useEffect(() => {
    if (!isLost) return;
    // Only the fact is announced; the countdown would speak every second.
    announce(text.lostSaid);
    const timer = setInterval(() => countDown((ticks) => ticks + 1), 1000);
    return () => {
      clearInterval(timer);
      announce(text.backSaid);
    };
  }, [isLost, text]);
  if (!isLost) return null;
  const seconds = Math.max(0, Math.ceil((connection.nextAttempt.getTime() - Date.now()) / 1000));
  return (
    <section className={css.offline} aria-label={text.connection}>
      <p>
        {text.lost(dates.time(connection.since.toISOString()), seconds)} {text.lostWhy}
      </p>
      <Button onPress={live.retryNow}>{text.retryNow}</Button>
    </section>
  );
}
