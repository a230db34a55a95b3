import { type Logger, pino } from 'pino';

/**
 * The hub's log: readable lines on a terminal, otherwise a JSON object a line for a program that collects them.
 * No name, text or number of a person goes into it.
 */
export async function openLog(level: string): Promise<Logger> {
  if (!process.stdout.isTTY) return pino({ level, base: null });
  // Loaded only here: a hub that runs as a service never needs it.
  const { default: pretty } = await import('pino-pretty');
  return pino({ level, base: null }, pretty({ translateTime: 'SYS:HH:MM:ss', sync: true }));
}
