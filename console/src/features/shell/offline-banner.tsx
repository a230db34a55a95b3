import { useEffect, useState } from 'react';
import { shellWords } from '../../copy/shell.js';
import { useConnection, useHub } from '../../hub/hub.js';
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
  const [now, setNow] = useState(Date.now);
  const isLost = connection.state === 'lost';
  useEffect(() => {
    if (!isLost) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isLost]);
  if (!isLost) return null;
  const seconds = Math.max(0, Math.ceil((connection.nextAttempt.getTime() - now) / 1000));
  return (
    <div className={css.offline}>
      {/* Only the fact is announced; the countdown would speak every second. */}
      <p role="status">
        {text.lost(dates.time(connection.since.toISOString()), seconds)} {text.lostWhy}
      </p>
      <Button onPress={live.retryNow}>{text.retryNow}</Button>
    </div>
  );
}
