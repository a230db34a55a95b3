import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PgBoss } from 'pg-boss';
import { jobSchema } from '../../src/database/job-schema.js';
import { done, rightInput } from '../kit/acts.js';
import type { Client, Data } from '../kit/client.js';
import { figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { MailServer } from '../kit/mail-server.js';
import { HubProcess } from '../kit/process.js';
import { registerPerson, type SeededMember, type SeededPartner } from '../kit/town.js';
import { until as present } from '../kit/until.js';

/** A word in all that mails must not quote. */
const mark = 'Zibeline';
const queue = 'notification-mail';

interface Somebody {
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

let sender: Somebody;
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
/** The time comes for which mails wait, the next attempts as well. */
const timePasses = () =>
  hub.owner(
    `update ${jobSchema}.job set start_after = now() where name = $1 and state in ('created', 'retry') and start_after > now()`,
    [queue],
  );
/** Waits, while time passes, until something is so. */
const meanwhile = (holds: () => boolean | Promise<boolean>) =>
  until(async () => {
    await timePasses();
    return holds();
  });
/** Sends each of these members a referral, of which they are notified; the references. */
const told = async (...all: Somebody[]): Promise<string[]> => {
  const references: string[] = [];
  for (const { partner } of all) {
    const input = rightInput.sendReferral(person, partner, { purpose: `Help for ${mark}` });
    references.push((await done(sender.client, 'sendReferral', input, 'reference')).reference);
  }
  await hub.consumed();
  return references;
};
const mailsTo = ({ member }: Somebody) => server.taken.filter((it) => it.to === member.email);
const pending = async ({ member }: Somebody) =>
  hub.owner<{ id: string; begun: boolean; due: string; state: string }>(
    `select p.id, p.begun_at is not null as begun, to_char(j.start_after at time zone 'Europe/Paris', 'HH24:MI') as due, j.state
    from pending_mail p join ${jobSchema}.job j on j.id = p.id where p.member_id = $1`,
    [member.key],
  );
const choose = (one: Somebody, input: Data) =>
  done(one.client, 'chooseMail', input, 'mailTiming mailLanguage');

describe('a mail', () => {
  it('tells of all that is unread, by kind and reference, with a link and how to get less', async () => {
    const one = await hub.town.caseworker();
    const references = await told(one, one, one);
    expect(await pending(one)).toHaveLength(1);
    await meanwhile(() => mailsTo(one).length > 0);
    const [mail] = mailsTo(one);
    expect(mail?.subject).toBe('3 notifications sur le hub des partenaires');
    expect(mail?.text).toContain(`- 3 orientations reçues : ${references.join(', ')}\n`);
    expect(mail?.text).toContain('https://hub.town.test/graphiql#notifications');
    expect(mail?.text).toContain('Choisir mes courriels');
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    await until(async () => (await pending(one)).length === 0);
    const { viewer } = await one.client.data('{ viewer { unreadNotifications } }');
    expect(viewer.unreadNotifications).toBe(3);
  });

  it('is in the language that the member chose', async () => {
    const one = await hub.town.caseworker();
    expect(await choose(one, { language: 'EN' })).toEqual({ mailTiming: 'AT_ONCE', mailLanguage: 'EN' });
    const [reference] = await told(one);
    await meanwhile(() => mailsTo(one).length > 0);
    expect(mailsTo(one)[0]?.subject).toBe('1 notification on the partner hub');
    expect(mailsTo(one)[0]?.text).toContain(`- 1 referral received: ${reference}\n`);
  });

  it('comes once a day at half past seven to who wants that, and never to who wants none', async () => {
    const [daily, never] = [await hub.town.caseworker(), await hub.town.caseworker()];
    await choose(daily, { timing: 'DAILY' });
    await choose(never, { timing: 'NONE' });
    await told(daily, never, daily);
    expect(await pending(daily)).toEqual([expect.objectContaining({ due: '07:30', state: 'created' })]);
    expect(await pending(never)).toEqual([]);
    await meanwhile(() => mailsTo(daily).length > 0);
    expect(mailsTo(daily)[0]?.subject).toBe('2 notifications sur le hub des partenaires');
    expect(mailsTo(never)).toEqual([]);
  });

  it('follows a choice at once: what waited for the former one does not come by it', async () => {
    const one = await hub.town.caseworker();
    await told(one);
    const [before] = await pending(one);
    for (const same of [{}, { timing: 'AT_ONCE' }, { timing: null, language: 'FR' }, { language: 'EN' }]) {
      await choose(one, same);
      expect(await pending(one)).toEqual([before]);
    }
    await choose(one, { timing: 'NONE', language: 'FR' });
    expect(await pending(one)).toEqual([]);
    await choose(one, { timing: 'DAILY' });
    await told(one);
    const [after] = await pending(one);
    expect([after?.due, after?.id === before?.id]).toEqual(['07:30', false]);
    await meanwhile(() => mailsTo(one).length > 0);
    expect(mailsTo(one).map((it) => it.subject)).toEqual(['2 notifications sur le hub des partenaires']);
  });

  it('does not come to who is connected, on whichever process, but does when they leave without reading', async () => {
    const one = await hub.town.caseworker();
    const elsewhere = await hub.another();
    const client = await elsewhere.as(one.member);
    const listening = await client.listen('kind');
    const connected = `select from presence where until > now() and $1 = any (members)`;
    await until(async () => (await hub.owner(connected, [one.member.key])).length > 0);
    await told(one);
    const [first] = await pending(one);
    await timePasses();
    await until(async () => (await pending(one))[0]?.id !== first?.id);
    expect(mailsTo(one)).toEqual([]);
    await listening.stop();
    await client.close();
    await elsewhere.stop();
    expect(await hub.owner(connected, [one.member.key])).toEqual([]);
    await meanwhile(() => mailsTo(one).length > 0);
    expect(mailsTo(one)).toHaveLength(1);
  });

  it('does not tell of what was read meanwhile, nor come to who has left', async () => {
    const [reader, leaver] = [await hub.town.caseworker(), await hub.town.caseworker()];
    await told(reader, leaver);
    const { viewer } = await reader.client.data('{ viewer { notifications(first: 1) { nodes { id } } } }');
    await done(reader.client, 'markNotificationsRead', { upTo: viewer.notifications.nodes[0].id }, 'role');
    await hub.owner('update member set deactivated_at = now() where id = $1', [leaver.member.key]);
    await meanwhile(async () => (await Promise.all([pending(reader), pending(leaver)])).flat().length === 0);
    expect([...mailsTo(reader), ...mailsTo(leaver)]).toEqual([]);
  });
});

describe('an address that is refused for good', () => {
  it('is shown to the administrators, tried again with the next news a day later, and loses nothing', async () => {
    const one = await hub.town.caseworker();
    const administrator = await hub.town.signedIn(one.partner, 'PARTNER_ADMINISTRATOR');
    const refusedAt = async ({ client }: Pick<Somebody, 'client'>) => {
      const { members } = await client.data('{ members { nodes { email mailRefusedAt } } }');
      return members.nodes.find((it: Data) => it.email === one.member.email).mailRefusedAt as string | null;
    };
    await choose(administrator, { timing: 'NONE' });
    const colleague = await hub.town.signedIn(one.partner);
    await choose(colleague, { timing: 'NONE' });
    const [first] = await told(one);
    server.behaviour = { recipient: 550 };
    await meanwhile(async () => (await pending(one)).length === 0);
    const since = await refusedAt(administrator);
    expect(since).not.toBeNull();
    expect([await refusedAt(one), await refusedAt(colleague)]).toEqual([since, null]);
    const { attempts } = server;
    await timePasses();
    server.behaviour = {};
    const [second] = await told(one);
    expect(await pending(one)).toEqual([expect.objectContaining({ due: '07:30', begun: false })]);
    expect(server.attempts).toBe(attempts);
    await meanwhile(() => mailsTo(one).length > 0);
    expect(mailsTo(one)).toHaveLength(1);
    expect(mailsTo(one)[0]?.text).toContain(`${first}, ${second}`);
    await until(async () => (await refusedAt(one)) === null);
  });
});

describe('over the faults of a mail server and of the hub’s processes', () => {
  let houses: Somebody[];
  /** What each address is to be told of, once. */
  const due: string[] = [];
  let before: number;

  const news = async () => {
    const references = await told(...houses);
    for (const [index, house] of houses.entries()) due.push(`${house.member.email} ${references[index]}`);
  };
  const came = () =>
    houses.flatMap((house) =>
      [...Map.groupBy(mailsTo(house), (it) => it.messageId).values()].flatMap(([mail]) =>
        (mail?.text.match(/\d{4}-\d{6}/g) ?? []).map((reference) => `${house.member.email} ${reference}`),
      ),
    );
  const failed = async () => {
    const rows = await hub.owner(
      `select from ${jobSchema}.job where name = $1 and state = 'retry' and start_after > now()`,
      [queue],
    );
    return rows.length;
  };
  const allCame = () => meanwhile(() => came().length >= due.length);

  beforeAll(async () => {
    houses = [];
    for (let house = 0; house < 4; house++) houses.push(await hub.town.caseworker());
    before = server.taken.length;
  });

  it('a server that is down, and news that come while it is, delay mail', async () => {
    await news();
    await server.stop();
    await timePasses();
    await until(async () => (await failed()) === houses.length);
    await news();
    await server.start();
    await allCame();
  });

  it.each([
    ['a recipient later (greylisting)', { recipient: 451 }],
    ['a message later', { message: 452 }],
    ['who signs in', { login: 535 }],
  ])('a server that wants %s delays mail', async (_, behaviour) => {
    await news();
    server.behaviour = behaviour;
    await timePasses();
    await until(async () => (await failed()) === houses.length);
    // What is kept of a failure says why, and not whom the mail was for.
    const [kept] = await hub.owner<{ why: string }>(
      `select string_agg(output::text, ' ') as why from ${jobSchema}.job where name = $1 and state = 'retry'`,
      [queue],
    );
    expect(kept?.why).toMatch(/"E[A-Z]+"/);
    expect(kept?.why).not.toContain('@');
    server.behaviour = {};
    await allCame();
  });

  it('a server that thinks for seconds is waited for, and sent nothing again meanwhile', async () => {
    await news();
    server.hold();
    await meanwhile(() => server.held === 2);
    const { attempts } = server;
    const patient = performance.now();
    // What would send it again looks every second.
    await meanwhile(() => performance.now() - patient > 3000);
    expect([server.held, server.attempts]).toEqual([2, attempts]);
    server.release();
    await allCame();
  });

  it('two processes, one of which is killed while the server thinks, send each mail once', async () => {
    const killed = await HubProcess.start({ DATABASE_URL: hub.ownerUrl, ...settings });
    await news();
    server.hold();
    // Each process sends two at once.
    await meanwhile(() => server.held === houses.length);
    await killed.kill();
    const own = 2;
    // The server finds out before it answers: what it takes from nobody counts as taken.
    await until(() => server.clients === own);
    server.release();
    await until(async () => {
      const rows = await hub.owner(`select from ${jobSchema}.job where name = $1 and state = 'active'`, [
        queue,
      ]);
      return rows.length === houses.length - own;
    });
    await hub.owner(
      `update ${jobSchema}.job set heartbeat_on = now() - interval '5 minutes' where name = $1 and state = 'active'`,
      [queue],
    );
    await supervised();
    await allCame();
  });

  it('nothing was lost, and nothing came twice', () => {
    expect(came().toSorted()).toEqual(due.toSorted());
    const mails = server.taken.length - before;
    expect(new Set(server.taken.map((it) => it.messageId)).size).toBe(server.taken.length);
    figure(
      'a mail server that is down, slow or refusing delays mail: 0 lost, 0 twice',
      `${due.length} notices in ${mails} mails over 6 faults (down, greylisting, later, sign-in refused, slow, killed): 0 lost, 0 twice`,
    );
  });

  it('a mail whose answer was lost comes again as the same, by its Message-ID', async () => {
    const [house] = houses as [Somebody];
    const [reference] = await told(house);
    server.behaviour = { hangsUp: true };
    const count = mailsTo(house).length;
    await timePasses();
    await until(() => mailsTo(house).length === count + 1);
    await until(async () => (await failed()) === 1);
    const [later] = await told(house);
    server.behaviour = {};
    await meanwhile(() => mailsTo(house).length === count + 3);
    const [first, again, next] = mailsTo(house).slice(count);
    expect([again?.messageId, again?.text]).toEqual([first?.messageId, first?.text]);
    expect(first?.text).toContain(`: ${reference}\n`);
    expect(next?.text).toContain(`: ${later}\n`);
    expect(server.copies.filter((it) => it !== 1)).toEqual([2]);
    expect([again?.subject, next?.messageId === first?.messageId]).toEqual([first?.subject, false]);
  });
});

it('no mail holds a name or what somebody wrote', async () => {
  const names = await hub.owner<{ name: string }>(
    `select name from member union select first_name from beneficiary union select last_name from beneficiary
    union select text from referral_text`,
  );
  expect(server.taken.length).toBeGreaterThan(20);
  for (const { raw, text } of server.taken) {
    for (const { name } of [...names, { name: mark }]) expect(raw + text).not.toContain(name);
  }
});

/** What each process does once a minute: whoever gave no sign for long is taken for dead. */
async function supervised(): Promise<void> {
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
