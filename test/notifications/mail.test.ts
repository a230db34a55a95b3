import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PgBoss } from 'pg-boss';
import { v7 } from 'uuid';
import { jobSchema } from '../../src/database/job-schema.js';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { MailServer } from '../kit/mail-server.js';
import { HubProcess } from '../kit/process.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';
import { until as present } from '../kit/until.js';

/** A word in all texts that mails must not quote. */
const mark = 'Zibeline';
const queue = 'notification-mail';

interface SignedInMember {
  readonly member: SeededMember;
  readonly partner: SeededPartner;
  readonly client: Client;
}

const server = new MailServer();
const settings: Record<string, string> = { MAIL_FROM: 'Hub <hub@town.test>', MAIL_DELAY: '3600' };
beforeAll(async () => {
  await server.start();
  settings['SMTP_URL'] = server.url;
  settings['HUB_URL'] = 'https://hub.town.test';
});
const hub = testHub(settings);
afterAll(() => server.stop());

let sender: SignedInMember;
let person: string;
beforeAll(async () => {
  sender = await hub.town.caseworker();
  person = await registerPerson(sender.client, { firstName: mark, lastName: `Moreau ${mark}` });
});
beforeEach(() => {
  server.behaviour = {};
});

const until = (holds: () => boolean | Promise<boolean>) =>
  present(async () => ((await holds()) ? true : undefined));
/** Makes all waiting mails and retries due now. */
const makeDue = () =>
  hub.owner(
    `update ${jobSchema}.job set start_after = now() where name = $1 and state in ('created', 'retry') and start_after > now()`,
    [queue],
  );
/** Waits until a condition holds, and makes mails due meanwhile. */
const untilWhileDue = (holds: () => boolean | Promise<boolean>) =>
  until(async () => {
    await makeDue();
    return holds();
  });
/** Sends a referral to the partner of each of these members, so that they are notified; returns the references. */
const sendReferralsTo = async (...all: SignedInMember[]): Promise<string[]> => {
  const references: string[] = [];
  for (const { partner } of all) {
    const input = validInput.sendReferral(person, partner, { purpose: `Help for ${mark}` });
    references.push((await runCommand(sender.client, 'sendReferral', input, 'reference')).reference);
  }
  await hub.consumed();
  return references;
};
const mailsTo = ({ member }: SignedInMember) => server.accepted.filter((it) => it.to === member.email);
const pending = async ({ member }: SignedInMember) =>
  hub.owner<{ id: string; begun: boolean; due: string; state: string }>(
    `select p.id, p.begun_at is not null as begun, to_char(j.start_after at time zone 'Europe/Paris', 'HH24:MI') as due, j.state
    from pending_mail p join ${jobSchema}.job j on j.id = p.id where p.member_id = $1`,
    [member.key],
  );
const choose = (one: SignedInMember, input: Data) =>
  runCommand(one.client, 'chooseMail', input, 'mailTiming mailLanguage');

describe('a mail', () => {
  it('lists all unread notifications by kind and reference, with a link and how to get fewer mails', async () => {
    const one = await hub.town.caseworker();
    const references = await sendReferralsTo(one, one, one);
    expect(await pending(one)).toHaveLength(1);
    await untilWhileDue(() => mailsTo(one).length > 0);
    const [mail] = mailsTo(one);
    expect(mail?.subject).toBe('3 notifications sur le hub des partenaires');
    expect(mail?.text).toContain(`- 3 orientations reçues : ${references.join(', ')}\n`);
    expect(mail?.text).toContain('\nPour lire et répondre : https://hub.town.test/notifications\n');
    expect(mail?.text).toContain('Un par jour, ou aucun, se choisit sur https://hub.town.test/preferences');
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    await until(async () => (await pending(one)).length === 0);
    const { viewer } = await one.client.data('{ viewer { unreadNotifications } }');
    expect(viewer.unreadNotifications).toBe(3);
  });

  it('about one referral alone links to it', async () => {
    const one = await hub.town.caseworker();
    const referral = await sendReferral(sender.client, person, one.partner);
    await runCommand(sender.client, 'sendReferralMessage', validInput.sendReferralMessage(referral));
    await hub.consumed();
    await untilWhileDue(() => mailsTo(one).length > 0);
    expect(mailsTo(one)[0]?.subject).toBe('2 notifications sur le hub des partenaires');
    expect(mailsTo(one)[0]?.text).toContain(
      `\nPour lire et répondre : https://hub.town.test/orientations/${referral}\n`,
    );
  });

  it('to a coordinator, who sees no referral, links to the notifications', async () => {
    const one = await hub.town.signedInMember(await hub.town.partner(undefined, 'TOWN'), 'COORDINATOR');
    const referral = await sendReferral(sender.client, person, (await hub.town.caseworker()).partner);
    await hub.owner(
      "insert into event (id, partner_id, topic, kind, subject) values ($1, $2, 'UNANSWERED', 'ESCALATED', $3)",
      [v7(), one.partner.key, referral.slice('referral_'.length)],
    );
    await hub.consumed();
    await untilWhileDue(() => mailsTo(one).length > 0);
    expect(mailsTo(one)[0]?.text).toContain(
      '\nPour lire et répondre : https://hub.town.test/notifications\n',
    );
  });

  it('is in the language that the member chose', async () => {
    const one = await hub.town.caseworker();
    expect(await choose(one, { language: 'EN' })).toEqual({ mailTiming: 'AT_ONCE', mailLanguage: 'EN' });
    const [reference] = await sendReferralsTo(one);
    await untilWhileDue(() => mailsTo(one).length > 0);
    expect(mailsTo(one)[0]?.subject).toBe('1 notification on the partner hub');
    expect(mailsTo(one)[0]?.text).toContain(`- 1 referral received: ${reference}\n`);
  });

  it('is sent daily at 7:30 with timing DAILY, and never with timing NONE', async () => {
    const [daily, never] = [await hub.town.caseworker(), await hub.town.caseworker()];
    await choose(daily, { timing: 'DAILY' });
    await choose(never, { timing: 'NONE' });
    await sendReferralsTo(daily, never, daily);
    expect(await pending(daily)).toEqual([expect.objectContaining({ due: '07:30', state: 'created' })]);
    expect(await pending(never)).toEqual([]);
    await untilWhileDue(() => mailsTo(daily).length > 0);
    expect(mailsTo(daily)[0]?.subject).toBe('2 notifications sur le hub des partenaires');
    expect(mailsTo(never)).toEqual([]);
  });

  it('follows a changed timing at once: the mail that was pending for the former timing is dropped', async () => {
    const one = await hub.town.caseworker();
    await sendReferralsTo(one);
    const [before] = await pending(one);
    for (const same of [{}, { timing: 'AT_ONCE' }, { timing: null, language: 'FR' }, { language: 'EN' }]) {
      await choose(one, same);
      expect(await pending(one)).toEqual([before]);
    }
    await choose(one, { timing: 'NONE', language: 'FR' });
    expect(await pending(one)).toEqual([]);
    await choose(one, { timing: 'DAILY' });
    await sendReferralsTo(one);
    const [after] = await pending(one);
    expect([after?.due, after?.id === before?.id]).toEqual(['07:30', false]);
    await untilWhileDue(() => mailsTo(one).length > 0);
    expect(mailsTo(one).map((it) => it.subject)).toEqual(['2 notifications sur le hub des partenaires']);
  });

  it('is not sent to a member who is connected to any process, and is sent when the member leaves without reading', async () => {
    const one = await hub.town.caseworker();
    const elsewhere = await hub.startAnother();
    const client = await elsewhere.as(one.member);
    const listening = await client.subscribe('kind');
    const connected = `select from presence where until > now() and $1 = any (members)`;
    await until(async () => (await hub.owner(connected, [one.member.key])).length > 0);
    await sendReferralsTo(one);
    const [first] = await pending(one);
    await makeDue();
    await until(async () => (await pending(one))[0]?.id !== first?.id);
    expect(mailsTo(one)).toEqual([]);
    await listening.stop();
    await client.close();
    await elsewhere.stop();
    expect(await hub.owner(connected, [one.member.key])).toEqual([]);
    await untilWhileDue(() => mailsTo(one).length > 0);
    expect(mailsTo(one)).toHaveLength(1);
  });

  it('is not sent when everything was read meanwhile, nor to a deactivated member', async () => {
    const [reader, leaver] = [await hub.town.caseworker(), await hub.town.caseworker()];
    await sendReferralsTo(reader, leaver);
    const { viewer } = await reader.client.data('{ viewer { notifications(first: 1) { nodes { id } } } }');
    await runCommand(
      reader.client,
      'markNotificationsRead',
      { upTo: viewer.notifications.nodes[0].id },
      'role',
    );
    await hub.owner('update member set deactivated_at = now() where id = $1', [leaver.member.key]);
    await untilWhileDue(
      async () => (await Promise.all([pending(reader), pending(leaver)])).flat().length === 0,
    );
    expect([...mailsTo(reader), ...mailsTo(leaver)]).toEqual([]);
  });
});

describe('an address that the mail server refuses permanently', () => {
  it('is shown to administrators and retried with the next notification the next morning, without loss', async () => {
    const one = await hub.town.caseworker();
    const administrator = await hub.town.signedInMember(one.partner, 'PARTNER_ADMINISTRATOR');
    const refusedAt = async ({ client }: Pick<SignedInMember, 'client'>) => {
      const { members } = await client.data('{ members { nodes { email mailRefusedAt } } }');
      return members.nodes.find((it: Data) => it.email === one.member.email).mailRefusedAt as string | null;
    };
    await choose(administrator, { timing: 'NONE' });
    const colleague = await hub.town.signedInMember(one.partner);
    await choose(colleague, { timing: 'NONE' });
    const [first] = await sendReferralsTo(one);
    server.behaviour = { recipient: 550 };
    await untilWhileDue(async () => (await pending(one)).length === 0);
    const since = await refusedAt(administrator);
    expect(since).not.toBeNull();
    expect([await refusedAt(one), await refusedAt(colleague)]).toEqual([since, null]);
    const { attempts } = server;
    await makeDue();
    server.behaviour = {};
    const [second] = await sendReferralsTo(one);
    expect(await pending(one)).toEqual([expect.objectContaining({ due: '07:30', begun: false })]);
    expect(server.attempts).toBe(attempts);
    await untilWhileDue(() => mailsTo(one).length > 0);
    expect(mailsTo(one)).toHaveLength(1);
    expect(mailsTo(one)[0]?.text).toContain(`${first}, ${second}`);
    await until(async () => (await refusedAt(one)) === null);
  });
});

describe('faults of the mail server and of the hub’s processes', () => {
  let recipients: SignedInMember[];
  /** What must arrive exactly once: address and reference. */
  const due: string[] = [];
  let before: number;

  const notifyAll = async () => {
    const references = await sendReferralsTo(...recipients);
    for (const [index, recipient] of recipients.entries())
      due.push(`${recipient.member.email} ${references[index]}`);
  };
  const arrived = () =>
    recipients.flatMap((recipient) =>
      [...Map.groupBy(mailsTo(recipient), (it) => it.messageId).values()].flatMap(([mail]) =>
        // Parts of an id in a link are not references.
        (mail?.text.match(/(?<![\w-])\d{4}-\d{6}(?![\w-])/g) ?? []).map(
          (reference) => `${recipient.member.email} ${reference}`,
        ),
      ),
    );
  const failed = async () => {
    const rows = await hub.owner(
      `select from ${jobSchema}.job where name = $1 and state = 'retry' and start_after > now()`,
      [queue],
    );
    return rows.length;
  };
  const allArrived = () => untilWhileDue(() => arrived().length >= due.length);

  beforeAll(async () => {
    recipients = [];
    for (let recipient = 0; recipient < 4; recipient++) recipients.push(await hub.town.caseworker());
    before = server.accepted.length;
  });

  it('a server that is down delays mails, including those for notifications that come meanwhile', async () => {
    await notifyAll();
    await server.stop();
    await makeDue();
    await until(async () => (await failed()) === recipients.length);
    await notifyAll();
    await server.start();
    await allArrived();
  });

  it.each([
    ['defers a recipient (greylisting)', { recipient: 451 }],
    ['defers a message', { message: 452 }],
    ['refuses the sign-in', { login: 535 }],
  ])('a server that %s delays mails', async (_, behaviour) => {
    await notifyAll();
    server.behaviour = behaviour;
    await makeDue();
    await until(async () => (await failed()) === recipients.length);
    // The stored failure holds the reason, and not the address.
    const [kept] = await hub.owner<{ why: string }>(
      `select string_agg(output::text, ' ') as why from ${jobSchema}.job where name = $1 and state = 'retry'`,
      [queue],
    );
    expect(kept?.why).toMatch(/"E[A-Z]+"/);
    expect(kept?.why).not.toContain('@');
    server.behaviour = {};
    await allArrived();
  });

  it('waits for a slow server and sends nothing again meanwhile', async () => {
    await notifyAll();
    server.hold();
    await untilWhileDue(() => server.held === 2);
    const { attempts } = server;
    const waitStart = performance.now();
    // The queue is polled every second: a second attempt would come within 3 s.
    await untilWhileDue(() => performance.now() - waitStart > 3000);
    expect([server.held, server.attempts]).toEqual([2, attempts]);
    server.release();
    await allArrived();
  });

  it('two processes send each mail once when one of them is killed before the server answers', async () => {
    const killed = await HubProcess.start({ DATABASE_URL: hub.ownerUrl, ...settings });
    await notifyAll();
    server.hold();
    // Each process sends two mails at the same time.
    await untilWhileDue(() => server.held === recipients.length);
    await killed.kill();
    const own = 2;
    // Wait until the server has noticed the lost connections, or it would accept mails of the killed process.
    await until(() => server.clients === own);
    server.release();
    await until(async () => {
      const rows = await hub.owner(`select from ${jobSchema}.job where name = $1 and state = 'active'`, [
        queue,
      ]);
      return rows.length === recipients.length - own;
    });
    await hub.owner(
      `update ${jobSchema}.job set heartbeat_on = now() - interval '5 minutes' where name = $1 and state = 'active'`,
      [queue],
    );
    await supervise();
    await allArrived();
  });

  it('no notification was lost or mailed twice', () => {
    expect(arrived().toSorted()).toEqual(due.toSorted());
    const mails = server.accepted.length - before;
    expect(new Set(server.accepted.map((it) => it.messageId)).size).toBe(server.accepted.length);
    figure(
      'a mail server that is down, slow or refusing delays mail: 0 lost, 0 twice',
      `${due.length} notices in ${mails} mails over 6 faults (down, greylisting, later, sign-in refused, slow, killed): 0 lost, 0 twice`,
    );
  });

  it('a mail whose answer was lost is sent again with the same Message-ID and text', async () => {
    const [recipient] = recipients as [SignedInMember];
    const [reference] = await sendReferralsTo(recipient);
    server.behaviour = { disconnects: true };
    const count = mailsTo(recipient).length;
    await makeDue();
    await until(() => mailsTo(recipient).length === count + 1);
    await until(async () => (await failed()) === 1);
    const [later] = await sendReferralsTo(recipient);
    server.behaviour = {};
    await untilWhileDue(() => mailsTo(recipient).length === count + 3);
    const [first, again, next] = mailsTo(recipient).slice(count);
    expect([again?.messageId, again?.text]).toEqual([first?.messageId, first?.text]);
    expect(first?.text).toContain(`: ${reference}\n`);
    expect(next?.text).toContain(`: ${later}\n`);
    expect(server.copies.filter((it) => it !== 1)).toEqual([2]);
    expect([again?.subject, next?.messageId === first?.messageId]).toEqual([first?.subject, false]);
  });
});

it('no mail contains a name or a text that a member wrote', async () => {
  const names = await hub.owner<{ name: string }>(
    `select name from member union select first_name from beneficiary union select last_name from beneficiary
    union select text from referral_text`,
  );
  expect(server.accepted.length).toBeGreaterThan(20);
  for (const { raw, text } of server.accepted) {
    for (const { name } of [...names, { name: mark }]) expect(raw + text).not.toContain(name);
  }
});

/** Runs the supervision that each process runs once a minute: jobs without a recent heartbeat count as failed. */
async function supervise(): Promise<void> {
  const boss = new PgBoss({
    connectionString: hub.ownerUrl,
    schema: jobSchema,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', () => {});
  await boss.start();
  await hub.owner(
    `update ${jobSchema}.queue set monitor_claim_on = null, monitor_on = null where name = $1`,
    [queue],
  );
  await boss.supervise(queue);
  await boss.stop({ graceful: false });
}
