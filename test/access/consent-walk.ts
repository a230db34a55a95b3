import { expect } from '@jest/globals';
import { covers, SharingScope } from '../../src/access/scope.js';
import type { ReferralAction } from '../../src/features/referrals/lifecycle.js';
import type { Client, Data } from '../kit/client.js';
import { type CommandName, objectOf, rightInput } from '../kit/commands.js';
import type { TestHub } from '../kit/hub.js';
import type { Random } from '../kit/random.js';
import { call } from '../kit/referral-actions.js';
import { daysAgo, registerPerson, type SeededPartner } from '../kit/town.js';
import { type Agreed, ConsentModel, type Grant, type Sent } from './consent-model.js';

/** A caseworker of each partner; the first partner is the referent. */
export interface Houses {
  readonly hub: TestHub;
  readonly clients: readonly Client[];
  readonly partners: readonly SeededPartner[];
}

const scopes = Object.keys(SharingScope) as SharingScope[];
const keyOf = (id: string) => id.slice(id.indexOf('_') + 1);

/** A random sequence of actions on one person, carried out in the hub and in the model. */
export class ConsentWalk {
  readonly model = new ConsentModel();
  readonly told: string[] = [];

  private constructor(
    private readonly houses: Houses,
    private readonly random: Random,
    private readonly person: string,
  ) {}

  static async begin(houses: Houses, random: Random): Promise<ConsentWalk> {
    return new ConsentWalk(houses, random, await registerPerson(houses.clients[0] as Client));
  }

  async step(): Promise<void> {
    const steps = [
      ...[
        this.#agree,
        this.#agree,
        this.#send,
        this.#send,
        this.#send,
        this.#answer,
        this.#answer,
        this.#answer,
      ],
      ...[this.#withdrawOne, this.#withdrawAll, this.#extend, this.#expire, this.#pass],
    ];
    await this.#one(steps)?.call(this);
  }

  /** Checks that every partner has the scope of the model, and reads the texts of referrals only if it sees the person. */
  async compare(): Promise<void> {
    const { model, person, told } = this;
    const ids = model.referrals.map(({ id }) => id);
    for (const [partner, client] of this.houses.clients.entries()) {
      const { beneficiary, nodes } = await client.data(
        `query ($person: ID!, $ids: [ID!]!) { beneficiary(id: $person) { access { scope } }
          nodes(ids: $ids) { ... on Referral { purpose transitions { reason } messages { nodes { text } } } } }`,
        { person, ids },
      );
      const access = model.access(partner);
      expect([told, partner, beneficiary?.access.scope]).toEqual([told, partner, access]);
      const sides = model.referrals.map(({ from, to }) => [from, to].includes(partner));
      const readable = (nodes as Data[]).map((it) => /Help|Because/.test(JSON.stringify(it)));
      expect([told, partner, readable]).toEqual([told, partner, sides.map((side) => side && !!access)]);
    }
  }

  async #agree(): Promise<void> {
    const [by, to] = this.#pair();
    const [scope, agreed] = [this.#scope(), this.#agreed()];
    const input = rightInput.recordSharingAgreement(this.person, this.#partner(to), {
      scope,
      ...this.#said(agreed),
    });
    const expected =
      this.#unseen(by, 'beneficiary') ?? this.#beyond(by, scope) ?? this.model.objection(to, agreed);
    await this.#do(by, 'recordSharingAgreement', input, expected);
    if (!expected) this.model.grant(by, to, scope);
  }

  async #send(): Promise<void> {
    const [from, to] = this.#pair();
    const [scope, agreed] = [this.#scope(), this.#agreed()];
    const input = rightInput.sendReferral(this.person, this.#partner(to), { scope, ...this.#said(agreed) });
    const expected =
      this.#unseen(from, 'beneficiary') ?? this.#beyond(from, scope) ?? this.model.objection(to, agreed);
    const id = await this.#do(from, 'sendReferral', input, expected);
    if (expected) return;
    const referral: Sent = { id, from, to, scope, status: 'REQUESTED', version: 1 };
    this.model.referrals.push(referral);
    this.model.grant(from, to, 'IDENTITY', referral);
  }

  async #answer(): Promise<void> {
    const { model } = this;
    const referral = this.#one(model.referrals.filter(({ status }) => status !== 'CLOSED'));
    if (!referral) return;
    const actions: ReferralAction[] =
      referral.status === 'REQUESTED'
        ? ['ACCEPT', 'ACCEPT', 'ACCEPT', 'DECLINE', 'CANCEL']
        : ['COMPLETE', 'CANCEL'];
    const action = this.#one(actions) as ReferralAction;
    const { id, from, to, version } = referral;
    const identity = model.inForce(to).find((it) => it.referral === referral);
    const lapsed = action === 'ACCEPT' && !identity ? 'AGREEMENT_REQUIRED referral' : undefined;
    const changes = action === 'CANCEL' ? { reason: 'Because' } : {};
    await this.#do(action === 'CANCEL' ? from : to, ...call(action, id, version, changes), lapsed);
    if (lapsed) return;
    if (action !== 'ACCEPT') return model.close(referral, action === 'COMPLETE');
    referral.status = 'ACCEPTED';
    referral.version += 1;
    const opened = model.opened(referral, identity as Grant);
    if (!opened) return;
    model.grant(from, to, opened, referral);
    model.end([identity as Grant]);
  }

  async #withdrawOne(): Promise<void> {
    const { model } = this;
    const grant = this.#one(model.grants.filter(({ ended }) => !ended));
    const sharing = grant && (await this.#sharingOf(grant));
    if (!grant || !sharing) return;
    await this.#do(0, 'withdrawSharing', { sharing, reason: 'Because' });
    const { referral } = grant;
    const all = referral ? model.grants.filter((it) => it.referral === referral && !it.ended) : [grant];
    model.withdraw(grant.to, all, referral ? [referral] : []);
  }

  async #withdrawAll(): Promise<void> {
    const { model } = this;
    const from = 1 + this.random.below(this.houses.partners.length - 1);
    const given = model.grants.filter(({ to }) => to === from);
    const expected = given.length === 0 ? 'NOT_FOUND partner' : undefined;
    const input = { beneficiary: this.person, partner: this.#partner(from).id };
    await this.#do(0, 'withdrawFromPartner', input, expected);
    if (expected) return;
    const open = given.filter(({ ended }) => !ended);
    model.withdraw(
      from,
      open,
      model.referrals.filter(({ to }) => to === from),
    );
    expect([this.told, model.access(from)]).toEqual([this.told, undefined]);
  }

  async #extend(): Promise<void> {
    const { model } = this;
    const grant = this.#one(
      model.grants.filter(({ ended, expired, referral }) => !ended && !expired && !referral),
    );
    const sharing = grant && (await this.#sharingOf(grant));
    if (!grant || !sharing) return;
    const agreed = this.#agreed();
    const input = rightInput.extendSharing(sharing, this.#said(agreed));
    const { refused } = await this.#try(0, 'extendSharing', input);
    const expected = model.objection(grant.to, agreed);
    if (expected) expect([this.told, refused]).toEqual([this.told, [expected]]);
    // The sharing may already last as long.
    if (refused.length > 0)
      return expect([this.told, refused]).toEqual([this.told, [expected ?? 'INVALID agreedOn']]);
    model.grant(0, grant.to, grant.scope);
    model.end([grant]);
  }

  /** Lets one grant expire. */
  async #expire(): Promise<void> {
    const grant = this.#one(this.model.grants.filter(({ ended, expired }) => !ended && !expired));
    const sharing = grant && (await this.#sharingOf(grant));
    if (!grant || !sharing) return;
    this.told.push(`expire ${sharing}`);
    const over = "update sharing set until = now() - interval '1 second' where id = $1";
    await this.houses.hub.owner(over, [keyOf(sharing)]);
    grant.expired = true;
  }

  /** Lets days pass: moves all recorded dates into the past. */
  async #pass(): Promise<void> {
    const days = 1 + this.random.below(9);
    this.told.push(`${days} days`);
    await this.houses.hub.owner(
      `update sharing set withdrawn_at = withdrawn_at - make_interval(days => $2), since = since - make_interval(days => $2)
        where beneficiary_id = $1`,
      [keyOf(this.person), days],
    );
    this.model.days(days);
  }

  /** The id of the sharing that corresponds to a grant of the model. */
  async #sharingOf({ to, by, scope, referral, expired }: Grant): Promise<string | undefined> {
    const [row] = await this.houses.hub.owner<{ id: string }>(
      `select id from sharing where beneficiary_id = $1 and partner_id = $2 and granted_by_id = $3 and scope = $4::sharing_scope
        and referral_id is not distinct from $5::uuid and ended_at is null and (until > now()) = $6 and basis <> 'REFERENT'`,
      [
        keyOf(this.person),
        this.#partner(to).key,
        this.#partner(by).key,
        scope,
        referral ? keyOf(referral.id) : null,
        !expired,
      ],
    );
    expect([this.told, row?.id]).toEqual([this.told, expect.any(String)]);
    return row && `sharing_${row.id}`;
  }

  #unseen(partner: number, field: string): string | undefined {
    return this.model.access(partner) ? undefined : `NOT_FOUND ${field}`;
  }

  #beyond(partner: number, scope: SharingScope): string | undefined {
    const own = this.model.access(partner);
    return own && covers(own, scope) ? undefined : 'AGREEMENT_REQUIRED scope';
  }

  /** Runs a command that must succeed, or be refused for the given reason; returns the id of its object. */
  async #do(by: number, command: CommandName, input: Data, expected?: string): Promise<string> {
    const { id, refused } = await this.#try(by, command, input);
    expect([this.told, refused]).toEqual([this.told, expected ? [expected] : []]);
    return id;
  }

  async #try(by: number, command: CommandName, input: Data): Promise<{ id: string; refused: string[] }> {
    const { idempotencyKey, beneficiary, purpose, method, ...said } = input;
    this.told.push(`${by} ${command} ${JSON.stringify(said)}`);
    const payload = await (this.houses.clients[by] as Client).run(
      command,
      input,
      `${objectOf(command)} { id }`,
    );
    const refused = payload.userErrors.map((it: Data) => `${it.code} ${it.path.slice(1).join('.')}`);
    return { id: payload[objectOf(command)]?.id, refused };
  }

  /** Chooses the granting partner and the recipient; the granting partner usually sees the person. */
  #pair(): [by: number, to: number] {
    const all = this.houses.partners.map((_, index) => index);
    const seeing = all.filter((it) => this.model.access(it));
    const by = this.#one(this.random.below(6) === 0 ? all : seeing) ?? 0;
    return [by, this.#one(all.filter((it) => it !== by && it !== 0)) as number];
  }

  #partner(index: number): SeededPartner {
    return this.houses.partners[index] as SeededPartner;
  }

  #scope(): SharingScope {
    return this.#one(scopes) as SharingScope;
  }

  #agreed(): Agreed {
    return {
      daysAgo: this.random.below(3) === 0 ? this.random.below(20) : 0,
      confirmed: this.random.below(3) > 0,
    };
  }

  #said({ daysAgo: count, confirmed }: Agreed): Data {
    return { agreedOn: daysAgo(count), agreedAfterWithdrawal: confirmed };
  }

  #one<Item>(items: readonly Item[]): Item | undefined {
    return items[this.random.below(items.length)];
  }
}
