import { createTransport } from 'nodemailer';
import type { MailConfig } from '../../config/index.js';
import type { Letter } from './letter.js';

/**
 * Timeouts of a mail server in milliseconds: to connect, to greet, and for each answer. The answer to the end of
 * the message may take longest (RFC 5321, 4.5.3.2).
 */
const timeouts = { connectionTimeout: 60_000, greetingTimeout: 300_000, socketTimeout: 600_000 };

/**
 * Sends a mail to the server, on a new connection.
 * @returns undefined when the server has accepted the mail; the reply code when it refuses the mail permanently
 * @throws when it is not known whether the server accepted the mail. The caller must try again. This includes a
 *   lost reply to the whole message, so the same mail, with the same Message-ID, can arrive twice
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
      // RFC 3834: automatic responders, such as absence messages, must not answer.
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal,
    });
    return undefined;
  } catch (error) {
    const { responseCode = 0, command = '' } = error as { responseCode?: number; command?: string };
    // Errors about the sender or the sign-in are not permanent: the operator of the hub must correct them.
    if (responseCode >= 500 && /^(RCPT TO|DATA)$/.test(command)) return responseCode;
    throw error;
  } finally {
    transport.close();
  }
}
