import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A mail that the server has taken. */
export interface TakenMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** As it came over the wire. */
  readonly raw: string;
}

/** What the server does with whoever comes. */
export interface Behaviour {
  /** Refuses with this code where the client says whom a mail is for. */
  readonly recipient?: number;
  /** Refuses with this code once it has the whole mail. */
  readonly message?: number;
  /** Refuses with this code whoever signs in. */
  readonly login?: number;
  /** Takes the mail and hangs up without an answer. */
  readonly hangsUp?: boolean;
}

/** A real SMTP server on this machine, which can be as unhelpful as they are. */
export class MailServer {
  /** What was taken, in order; a mail that came twice is there twice. */
  readonly taken: TakenMail[] = [];
  /** How often a client came as far as to say whom a mail is for. */
  attempts = 0;
  behaviour: Behaviour = {};
  #server: SMTPServer | undefined;
  #port = 0;
  #held: (() => void)[] | undefined;

  /** With its user and password. */
  get url(): string {
    return `smtp://hub:a%20pass%40word@127.0.0.1:${this.#port}`;
  }

  /** Starts, on the same port as before if it was started before. */
  async start(): Promise<void> {
    const refusal = (code: number) => Object.assign(new Error('not now, not this'), { responseCode: code });
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
        const open = [...server.connections].find((it) => it.session === session);
        if (this.#held) await new Promise<void>((resolve) => this.#held?.push(resolve));
        // Whoever has gone by now was never answered: the mail is not taken.
        if (!open || !server.connections.has(open)) return;
        const { message, hangsUp } = this.behaviour;
        if (message) return callback(refusal(message));
        this.taken.push(parsed(Buffer.concat(parts).toString()));
        if (hangsUp) open.close();
        else callback(null);
      },
    });
    server.on('error', () => {});
    server.listen(this.#port, '127.0.0.1');
    await once(server.server, 'listening');
    this.#port = (server.server.address() as { port: number }).port;
    this.#server = server;
  }

  /** Goes away: nobody listens any more. */
  async stop(): Promise<void> {
    this.release();
    const server = this.#server;
    this.#server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  /** From now on lets clients wait for the answer to a whole mail. */
  hold(): void {
    this.#held ??= [];
  }

  /** How many wait. */
  get held(): number {
    return this.#held?.length ?? 0;
  }

  /** How many are connected. */
  get clients(): number {
    return this.#server?.connections.size ?? 0;
  }

  /** Answers those who wait, and from now on at once. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const answer of held) answer();
  }

  /** How often each mail was taken, by its Message-ID. */
  get copies(): number[] {
    return [...Map.groupBy(this.taken, (it) => it.messageId).values()].map((of) => of.length);
  }
}

function parsed(raw: string): TakenMail {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n\s+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const body = raw.slice(end + 4);
  return {
    messageId: header('Message-ID'),
    to: header('To'),
    subject: header('Subject'),
    text: decoded(body, header('Content-Transfer-Encoding').toLowerCase()).replaceAll('\r\n', '\n'),
    raw,
  };
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
