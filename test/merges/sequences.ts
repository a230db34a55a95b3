import { expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { type CommandName, payloadField, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { type Random, randomFrom } from '../kit/random.js';
import { actionCommand } from '../kit/referral-actions.js';
import type { SeededPartner } from '../kit/town.js';
import { expectExactContacts } from '../retention/contacts.js';
import { keyIn } from './files.js';
import { Model } from './model.js';

/** The maximum number of persons of one sequence: few, so that merges are frequent. */
const maxPersons = 5;

/**
 * Runs random sequences of merges, undone merges, other commands and erasures. After each step, each row belongs to the
 * person that the model expects, the receiver sees nothing of other persons, and the stored last contacts are exact. A
 * refused command changes nothing.
 */
export function sequencesFollowTheModel(rounds: number, steps: number): void {
  const hub = testHub();
  const { random } = randomFrom('SEQUENCES_SEED');

  it(`match the model in ${rounds} sequences of ${steps} steps`, async () => {
    let done = 0;
    for (let round = 0; round < rounds; round++) {
      const { client, partner } = await hub.town.caseworker();
      const officer = (await hub.town.signedInMember(partner, 'DATA_PROTECTION_OFFICER')).client;
      const receiver = await hub.town.caseworker();
      const sequence = new Sequence(random, client, officer, receiver.partner, receiver.client);
      for (let step = 0; step < steps; step++) {
        if (await sequence.step()) done += 1;
        await check(sequence.model, receiver.client);
        await expectExactContacts(hub);
      }
    }
    // Many steps are refused or find nothing to do, as expected. This checks that enough of them were done.
    expect(done).toBeGreaterThan((rounds * steps) / 3);
  });

  async function check(model: Model, receiver: Client): Promise<void> {
    const expected = model.rows.map(({ id, home }) => `${id} of ${model.now(home)}`).sort();
    const tables = [...new Set(model.rows.map(({ table }) => table))];
    const found = await Promise.all(
      tables.map((table) =>
        hub.owner<{ id: string; person: string }>(
          `select id, beneficiary_id as person from ${table} where id = any ($1)`,
          [model.of(table).map(({ id }) => keyIn(id))],
        ),
      ),
    );
    const prefixOf = (table: string, key: string) =>
      model.of(table).find(({ id }) => keyIn(id) === key)?.id ?? key;
    const actual = found.flatMap((rows, at) =>
      rows.map(({ id, person }) => `${prefixOf(tables[at] as string, id)} of beneficiary_${person}`),
    );
    expect(actual.sort()).toEqual(expected);
    await checkReceiver(model, receiver);
  }

  async function checkReceiver(model: Model, receiver: Client): Promise<void> {
    const { seen } = model;
    // A referral is visible to its receiver, whether or not the person is.
    const ids = model.rows.filter(({ table }) => table !== 'referral').slice(-90);
    const query = `query ($ids: [ID!]!) {
      beneficiaries(first: 100) { nodes { id } }
      nodes(ids: $ids) { id }
    }`;
    const data = await receiver.data(query, { ids: ids.map(({ id }) => id) });
    expect(data.beneficiaries.nodes.map((it: Data) => it.id).sort()).toEqual([...seen].sort());
    const foreign = ids.filter(({ table, home }, at) => {
      // A sharing with the receiver stays visible to the receiver; it does not name the person.
      return table !== 'sharing' && data.nodes[at] && !seen.has(model.now(home));
    });
    expect(foreign).toEqual([]);
  }
}

/** A sequence of commands of one partner on a few persons, with one receiver. */
class Sequence {
  readonly model = new Model();
  readonly #versions = new Map<string, number>();

  constructor(
    private readonly random: Random,
    private readonly client: Client,
    private readonly officer: Client,
    private readonly to: SeededPartner,
    private readonly receiver: Client,
  ) {}

  /** Runs a random step. Returns whether it was done. */
  step(): Promise<boolean> {
    const { live } = this.model;
    if (live.length < 2 && this.model.persons.size < maxPersons) return this.#register();
    return (this.#one(this.#steps) as () => Promise<boolean>)();
  }

  get #steps(): (() => Promise<boolean>)[] {
    const { model } = this;
    return [
      () => (model.persons.size < maxPersons ? this.#register() : this.#merge()),
      () => this.#merge(),
      () => this.#merge(),
      () => this.#undo(),
      () => this.#undo(),
      () =>
        this.#for(model.live, (it) => this.#add('pathway', 'openPathway', validInput.openPathway(it), it)),
      () =>
        this.#for(model.live, (it) =>
          this.#add('note', 'writeNote', validInput.writeNote(it, { visibility: 'SHARED' }), it),
        ),
      () =>
        this.#below('pathway', 'step', 'addStep', (it) => validInput.addStep(it, { visibility: 'SHARED' })),
      () => this.#below('pathway', 'objective', 'setObjective', (it) => validInput.setObjective(it)),
      () => this.#below('pathway', 'outcome', 'recordOutcome', (it) => validInput.recordOutcome(it)),
      () =>
        this.#for(model.live, (it) =>
          this.#give(
            'sharing',
            'recordSharingAgreement',
            validInput.recordSharingAgreement(it, this.to, { scope: 'FOLLOW_UP' }),
            it,
          ),
        ),
      () => this.#extend(),
      () => this.#withdraw(),
      () =>
        this.#for(model.live, (it) =>
          this.#give('referral', 'sendReferral', validInput.sendReferral(it, this.to), it),
        ),
      () => this.#answer('ACCEPT', this.receiver),
      () => this.#answer('DECLINE', this.receiver),
      () => this.#answer('CANCEL', this.client),
      () => (this.random.below(4) ? this.#merge() : this.#erase()),
    ];
  }

  async #register(): Promise<boolean> {
    const made = await this.#run('registerBeneficiary', validInput.registerBeneficiary());
    if (made) this.model.persons.add(made);
    return made !== undefined;
  }

  async #merge(): Promise<boolean> {
    const [kept, duplicate] = this.random.shuffled(this.model.live);
    if (!kept || !duplicate) return false;
    const id = await this.#run('mergeBeneficiaries', validInput.mergeBeneficiaries(kept, duplicate));
    if (id) this.model.merges.push({ id, kept, duplicate });
    return id !== undefined;
  }

  #undo(): Promise<boolean> {
    const { model } = this;
    return this.#for(model.merges, async (merge) => {
      const id = await this.#run('undoMerge', { merge: merge.id });
      expect(id !== undefined).toBe(model.now(merge.kept) === merge.kept);
      if (id) model.merges = model.merges.filter((it) => it !== merge);
      return id !== undefined;
    });
  }

  #erase(): Promise<boolean> {
    return this.#for(this.model.live, async (beneficiary) => {
      const input = { idempotencyKey: crypto.randomUUID(), beneficiary, reason: 'MISTAKE' };
      const id = await this.#run('eraseBeneficiary', input, this.officer);
      if (id) this.model.erase(beneficiary);
      return id !== undefined;
    });
  }

  #extend(): Promise<boolean> {
    const given = this.model.accesses.filter((it) => it.table === 'sharing' && it.gives);
    return this.#for(given, async (old) => {
      const done = await this.#give('sharing', 'extendSharing', validInput.extendSharing(old.id), old.home);
      if (done) old.gives = false;
      return done;
    });
  }

  #withdraw(): Promise<boolean> {
    const given = this.model.accesses.filter((it) => it.table === 'sharing' && it.gives);
    return this.#for(given, async (sharing) => {
      const id = await this.#run('withdrawSharing', { sharing: sharing.id });
      if (id) sharing.gives = false;
      return id !== undefined;
    });
  }

  #answer(action: 'ACCEPT' | 'DECLINE' | 'CANCEL', client: Client): Promise<boolean> {
    const sent = this.model.accesses.filter((it) => it.table === 'referral' && it.gives);
    return this.#for(sent, async (referral) => {
      const version = this.#versions.get(referral.id) ?? 1;
      const id = await this.#run(...actionCommand(action, referral.id, version), client);
      if (!id) return false;
      this.#versions.set(referral.id, version + 1);
      if (action !== 'ACCEPT') referral.gives = false;
      return true;
    });
  }

  /** Adds a row that belongs to another row. It has the same home person as that row. */
  #below(parent: string, table: string, command: CommandName, input: (id: string) => Data): Promise<boolean> {
    return this.#for(this.model.of(parent), ({ id, home }) => this.#add(table, command, input(id), home));
  }

  async #add(table: string, command: CommandName, input: Data, home: string): Promise<boolean> {
    const id = await this.#run(command, input);
    if (id) this.model.keep(table, id, home);
    return id !== undefined;
  }

  async #give(table: string, command: CommandName, input: Data, home: string): Promise<boolean> {
    const id = await this.#run(command, input);
    if (id) this.model.give(table, id, home);
    return id !== undefined;
  }

  async #for<Item>(items: readonly Item[], work: (item: Item) => Promise<boolean>): Promise<boolean> {
    return items.length > 0 && work(this.#one(items));
  }

  #one<Item>(items: readonly Item[]): Item {
    return items[this.random.below(items.length)] as Item;
  }

  /** Runs a command. Returns the id in its payload; undefined when it was refused. */
  async #run(command: CommandName, input: Data, client = this.client): Promise<string | undefined> {
    const payload = await client.run(command, input, `${payloadField(command)} { id }`);
    return payload.userErrors.length > 0 ? undefined : payload[payloadField(command)].id;
  }
}
