import { createTransport } from 'nodemailer';
import type { MailConfig } from '../../config/index.js';
import type { Letter } from './letter.js';

/**
 * How long a mail server may take, in milliseconds: to be reached, to greet, and for each answer, of which
 * the one to the end of the message is the longest (RFC 5321, 4.5.3.2).
 */
const timeouts = { connectionTimeout: 60_000, greetingTimeout: 300_000, socketTimeout: 600_000 };

/**
 * Hands a mail to the server, on a connection of its own.
 * @returns nothing when the server has taken it; the code of its answer when it refuses it for good
 * @throws when it is not known to be taken, and is to be tried again: also when the answer to the whole
 *   message was lost, so that the same mail, by its Message-ID, may come a second time
 */
export async function post(
  { server, from }: MailConfig,
  { messageId, to, subject, text }: Letter,
  signal: AbortSignal,
): Promise<number | undefined> {
  const transport = createTransport({
    ...server,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      messageId,
      from,
      to: { name: '', address: to },
      subject,
      text,
      // RFC 3834: nobody's absence message answers to it.
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal,
    });
    return undefined;
  } catch (error) {
    const { responseCode = 0, command = '' } = error as { responseCode?: number; command?: string };
    // What the server says of the sender, or of who signs in, is for whoever runs the hub to mend.
    if (responseCode >= 500 && /^(RCPT TO|DATA)$/.test(command)) return responseCode;
    throw error;
  } finally {
    transport.close();
  }
}
