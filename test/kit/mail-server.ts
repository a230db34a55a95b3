import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** An e-mail that the server has accepted. */
export interface AcceptedMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The message as received. */
  readonly raw: string;
}

/** How the server treats clients. */
export interface Behaviour {
  /** Refuses the recipient (RCPT TO) with this code. */
  readonly recipient?: number;
  /** Refuses the message with this code after receiving it completely. */
  readonly message?: number;
  /** Refuses the login with this code. */
  readonly login?: number;
  /** Accepts the e-mail and closes the connection without a reply. */
  readonly disconnects?: boolean;
}

/** A real SMTP server on this machine, with configurable failures. */
export class MailServer {
  /** The accepted e-mails, in order; one that was sent twice is listed twice. */
  readonly accepted: AcceptedMail[] = [];
  /** How often a client sent a recipient (RCPT TO). */
  attempts = 0;
  behaviour: Behaviour = {};
  #server: SMTPServer | undefined;
  #port = 0;
  #held: (() => void)[] | undefined;

  /** URL with user and password. */
  get url(): string {
    return `smtp://hub:a%20pass%40word@127.0.0.1:${this.#port}`;
  }

  /** Starts the server; after a stop, on the same port as before. */
  async start(): Promise<void> {
    const refusal = (code: number) => Object.assign(new Error('refused by the test'), { responseCode: code });
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      disableReverseLookup: true,
      closeTimeout: 1,
      onAuth: ({ username, password }, _session, callback) => {
        if (this.behaviour.login) return callback(refusal(this.behaviour.login));
        if (username !== 'hub' || password !== 'a pass@word') return callback(refusal(535));
        callback(null, { user: username });
      },
      onRcptTo: (_address, _session, callback) => {
        this.attempts += 1;
        callback(this.behaviour.recipient ? refusal(this.behaviour.recipient) : null);
      },
      onData: async (stream, session, callback) => {
        const parts: Buffer[] = [];
        for await (const part of stream) parts.push(part as Buffer);
        const connection = [...server.connections].find((it) => it.session === session);
        if (this.#held) await new Promise<void>((resolve) => this.#held?.push(resolve));
        // A client that has disconnected gets no reply: the e-mail is not accepted.
        if (!connection || !server.connections.has(connection)) return;
        const { message, disconnects } = this.behaviour;
        if (message) return callback(refusal(message));
        this.accepted.push(parseMail(Buffer.concat(parts).toString()));
        if (disconnects) connection.close();
        else callback(null);
      },
    });
    server.on('error', () => {});
    server.listen(this.#port, '127.0.0.1');
    await once(server.server, 'listening');
    this.#port = (server.server.address() as { port: number }).port;
    this.#server = server;
  }

  /** Stops listening and closes all connections. */
  async stop(): Promise<void> {
    this.release();
    const server = this.#server;
    this.#server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  /** Delays the replies to received e-mails from now on. */
  hold(): void {
    this.#held ??= [];
  }

  /** Number of clients that are waiting for a delayed reply. */
  get held(): number {
    return this.#held?.length ?? 0;
  }

  /** Number of connected clients. */
  get clients(): number {
    return this.#server?.connections.size ?? 0;
  }

  /** Sends all delayed replies, and from now on replies at once. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const reply of held) reply();
  }

  /** How often each e-mail was accepted, by Message-ID. */
  get copies(): number[] {
    return [...Map.groupBy(this.accepted, (it) => it.messageId).values()].map((copies) => copies.length);
  }
}

function parseMail(raw: string): AcceptedMail {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n\s+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const body = raw.slice(end + 4);
  return {
    messageId: header('Message-ID'),
    to: header('To'),
    subject: header('Subject'),
    text: decodeBody(body, header('Content-Transfer-Encoding').toLowerCase()).replaceAll('\r\n', '\n'),
    raw,
  };
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
