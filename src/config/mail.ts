import { StartError } from '../start-error.js';
import type { Settings } from './settings.js';
import { isOwnMachine } from './values.js';

/** The mail server and the sender. */
export interface MailConfig {
  readonly server: {
    readonly host: string;
    readonly port: number;
    /** Whether the connection uses TLS from the start. */
    readonly secure: boolean;
    /** Whether STARTTLS is required. */
    readonly requireTLS: boolean;
    readonly auth?: { readonly user: string; readonly pass: string };
  };
  /** The sender of the mail. */
  readonly from: string;
  /** How long notifications are collected before a mail is sent, in seconds. */
  readonly gather: number;
  /** The address of the hub for browsers, without a trailing slash. Links in mails begin with it. */
  readonly hubUrl: string;
}

/**
 * The mail configuration from the settings; undefined when no mail is sent.
 * @throws StartError when a setting requires another one
 */
export function mailOf(it: Settings): MailConfig | undefined {
  if (!it.SMTP_URL) {
    if (it.MAIL_FROM) throw new StartError('MAIL_FROM needs SMTP_URL: set both.');
    return undefined;
  }
  if (!it.MAIL_FROM) throw new StartError('SMTP_URL needs MAIL_FROM: set both.');
  if (!it.HUB_URL) throw new StartError('SMTP_URL needs HUB_URL: every mail contains a link to the hub.');
  const { protocol, hostname, port, username, password } = new URL(it.SMTP_URL);
  const secure = protocol === 'smtps:';
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    server: {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(port || (secure ? 465 : 587)),
      secure,
      // A password must not be sent over an unencrypted network connection.
      requireTLS: !secure && username !== '' && !isOwnMachine(it.SMTP_URL),
      ...(username && { auth }),
    },
    from: it.MAIL_FROM,
    gather: it.MAIL_DELAY,
    hubUrl: it.HUB_URL,
  };
}
