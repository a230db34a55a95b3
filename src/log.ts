import { type Logger, pino } from 'pino';

/**
 * The hub's log: readable lines on a terminal, otherwise one JSON object per line for a log collector.
 * Must not contain names, texts or numbers of persons.
 */
export async function openLog(level: string): Promise<Logger> {
  if (!process.stdout.isTTY) return pino({ level, base: null });
  // Loaded on demand: a hub that runs as a service does not need it.
  const { default: pretty } = await import('pino-pretty');
  return pino({ level, base: null }, pretty({ translateTime: 'SYS:HH:MM:ss', singleLine: true, sync: true }));
}
