import { StartError } from '../start-error.js';
import type { Settings } from './settings.js';
import { isOwnMachine } from './values.js';

/** How mail is sent. */
export interface MailConfig {
  readonly server: {
    readonly host: string;
    readonly port: number;
    /** Whether the connection begins encrypted. */
    readonly secure: boolean;
    /** Whether it must become so by STARTTLS. */
    readonly requireTLS: boolean;
    readonly auth?: { readonly user: string; readonly pass: string };
  };
  /** Whom mail comes from. */
  readonly from: string;
  /** For how long news are gathered before a mail tells of them, in seconds. */
  readonly gather: number;
  /** Where its links lead: where browsers reach the hub, without a slash at the end. */
  readonly hubUrl: string;
}

/**
 * How mail is sent, by the settings; undefined where none is.
 * @throws StartError when a setting needs another one
 */
export function mailOf(it: Settings): MailConfig | undefined {
  if (!it.SMTP_URL) {
    if (it.MAIL_FROM) throw new StartError('MAIL_FROM needs SMTP_URL beside it.');
    return undefined;
  }
  if (!it.MAIL_FROM) throw new StartError('SMTP_URL needs MAIL_FROM beside it.');
  if (!it.HUB_URL)
    throw new StartError('SMTP_URL needs HUB_URL beside it: every mail has a link to the hub.');
  const { protocol, hostname, port, username, password } = new URL(it.SMTP_URL);
  const secure = protocol === 'smtps:';
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    server: {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(port || (secure ? 465 : 587)),
      secure,
      // A password is sent to nobody but the server.
      requireTLS: !secure && username !== '' && !isOwnMachine(it.SMTP_URL),
      ...(username && { auth }),
    },
    from: it.MAIL_FROM,
    gather: it.MAIL_DELAY,
    hubUrl: it.HUB_URL,
  };
}
