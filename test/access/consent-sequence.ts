import { expect } from '@jest/globals';
import { covers, SharingScope } from '../../src/access/scope.js';
import type { ReferralAction } from '../../src/features/referrals/lifecycle.js';
import type { Client, Data } from '../kit/client.js';
import { type CommandName, payloadField, validInput } from '../kit/commands.js';
import type { SharedHub } from '../kit/hub.js';
import type { Random } from '../kit/random.js';
import { actionCommand } from '../kit/referral-actions.js';
import { daysAgo, registerPerson, type SeededPartner } from '../kit/town.js';
import { type Agreement, ConsentModel, type Grant, type ModelReferral } from './consent-model.js';

/** The partners, each with a client of its caseworker. The first partner is the referent. */
export interface Participants {
  readonly hub: SharedHub;
  readonly clients: readonly Client[];
  readonly partners: readonly SeededPartner[];
}

const scopes = Object.keys(SharingScope) as SharingScope[];
const keyOf = (id: string) => id.slice(id.indexOf('_') + 1);

/** A random sequence of actions on one person, performed in the hub and in the model. */
export class ConsentSequence {
  readonly model = new ConsentModel();
  /** The actions so far; every assertion reports them. */
  readonly history: string[] = [];

  private constructor(
    private readonly participants: Participants,
    private readonly random: Random,
    private readonly person: string,
  ) {}

  static async start(participants: Participants, random: Random): Promise<ConsentSequence> {
    return new ConsentSequence(participants, random, await registerPerson(participants.clients[0] as Client));
  }

  async performRandomAction(): Promise<void> {
    const actions = [
      ...[
        this.#recordAgreement,
        this.#recordAgreement,
        this.#sendReferral,
        this.#sendReferral,
        this.#sendReferral,
        this.#actOnReferral,
        this.#actOnReferral,
        this.#actOnReferral,
      ],
      ...[
        this.#withdrawSharing,
        this.#withdrawFromPartner,
        this.#extendSharing,
        this.#expireSharing,
        this.#passDays,
      ],
    ];
    await this.#pick(actions)?.call(this);
  }

  /** Checks that every partner has the scope of the model, and reads texts of referrals only if it sees the person. */
  async expectModelAccess(): Promise<void> {
    const { model, person, history } = this;
    const ids = model.referrals.map(({ id }) => id);
    for (const [partner, client] of this.participants.clients.entries()) {
      const { beneficiary, nodes } = await client.data(
        `query ($person: ID!, $ids: [ID!]!) { beneficiary(id: $person) { access { scope } }
          nodes(ids: $ids) { ... on Referral { purpose transitions { reason } messages { nodes { text } } } } }`,
        { person, ids },
      );
      const access = model.access(partner);
      expect([history, partner, beneficiary?.access.scope]).toEqual([history, partner, access]);
      const isSide = model.referrals.map(({ from, to }) => [from, to].includes(partner));
      const readable = (nodes as Data[]).map((it) => /Help|Because/.test(JSON.stringify(it)));
      expect([history, partner, readable]).toEqual([
        history,
        partner,
        isSide.map((side) => side && !!access),
      ]);
    }
  }

  async #recordAgreement(): Promise<void> {
    const [by, to] = this.#pickPartners();
    const [scope, agreement] = [this.#pickScope(), this.#pickAgreement()];
    const input = validInput.recordSharingAgreement(this.person, this.#partner(to), {
      scope,
      ...this.#agreementInput(agreement),
    });
    const expected =
      this.#refusalIfUnseen(by, 'beneficiary') ??
      this.#refusalIfGreaterScope(by, scope) ??
      this.model.agreementRefusal(to, agreement);
    await this.#run(by, 'recordSharingAgreement', input, expected);
    if (!expected) this.model.grant(by, to, scope);
  }

  async #sendReferral(): Promise<void> {
    const [from, to] = this.#pickPartners();
    const [scope, agreement] = [this.#pickScope(), this.#pickAgreement()];
    const input = validInput.sendReferral(this.person, this.#partner(to), {
      scope,
      ...this.#agreementInput(agreement),
    });
    const expected =
      this.#refusalIfUnseen(from, 'beneficiary') ??
      this.#refusalIfGreaterScope(from, scope) ??
      this.model.agreementRefusal(to, agreement);
    const id = await this.#run(from, 'sendReferral', input, expected);
    if (expected) return;
    const referral: ModelReferral = { id, from, to, scope, status: 'REQUESTED', version: 1 };
    this.model.referrals.push(referral);
    this.model.grant(from, to, 'IDENTITY', referral);
  }

  async #actOnReferral(): Promise<void> {
    const { model } = this;
    const referral = this.#pick(model.referrals.filter(({ status }) => status !== 'CLOSED'));
    if (!referral) return;
    const actions: ReferralAction[] =
      referral.status === 'REQUESTED'
        ? ['ACCEPT', 'ACCEPT', 'ACCEPT', 'DECLINE', 'CANCEL']
        : ['COMPLETE', 'CANCEL'];
    const action = this.#pick(actions) as ReferralAction;
    const { id, from, to, version } = referral;
    const identity = model.grantsInForce(to).find((it) => it.referral === referral);
    const expected = action === 'ACCEPT' && !identity ? 'AGREEMENT_REQUIRED referral' : undefined;
    const changes = action === 'CANCEL' ? { reason: 'Because' } : {};
    if (action === 'ACCEPT') await this.#checkOffer(referral, identity);
    await this.#run(
      action === 'CANCEL' ? from : to,
      ...actionCommand(action, id, version, changes),
      expected,
    );
    if (expected) return;
    if (action !== 'ACCEPT') return model.close(referral, action === 'COMPLETE');
    referral.status = 'ACCEPTED';
    referral.version += 1;
    const grantedScope = model.scopeOnAcceptance(referral, identity as Grant);
    if (!grantedScope) return;
    model.grant(from, to, grantedScope, referral);
    model.end([identity as Grant]);
  }

  /** The receiver learns before it accepts what it will see. */
  async #checkOffer(asked: ModelReferral, identity: Grant | undefined): Promise<void> {
    const { model, participants, history } = this;
    const { referral } = await (participants.clients[asked.to] as Client).data(
      'query ($id: ID!) { referral(id: $id) { opens } }',
      { id: asked.id },
    );
    const scope = (identity && model.scopeOnAcceptance(asked, identity)) ?? null;
    expect([history, referral.opens === 'IDENTITY' ? null : referral.opens]).toEqual([history, scope]);
  }

  async #withdrawSharing(): Promise<void> {
    const { model } = this;
    const grant = this.#pick(model.grants.filter(({ ended }) => !ended));
    const sharing = grant && (await this.#sharingOf(grant));
    if (!grant || !sharing) return;
    await this.#run(0, 'withdrawSharing', { sharing, reason: 'Because' });
    const { referral } = grant;
    const withdrawn = referral ? model.grants.filter((it) => it.referral === referral && !it.ended) : [grant];
    model.withdraw(grant.to, withdrawn, referral ? [referral] : []);
  }

  async #withdrawFromPartner(): Promise<void> {
    const { model } = this;
    const from = 1 + this.random.below(this.participants.partners.length - 1);
    const grants = model.grants.filter(({ to }) => to === from);
    const expected = grants.length === 0 ? 'NOT_FOUND partner' : undefined;
    const input = { beneficiary: this.person, partner: this.#partner(from).id };
    await this.#run(0, 'withdrawFromPartner', input, expected);
    if (expected) return;
    const active = grants.filter(({ ended }) => !ended);
    model.withdraw(
      from,
      active,
      model.referrals.filter(({ to }) => to === from),
    );
    expect([this.history, model.access(from)]).toEqual([this.history, undefined]);
  }

  async #extendSharing(): Promise<void> {
    const { model } = this;
    const grant = this.#pick(
      model.grants.filter(({ ended, expired, referral }) => !ended && !expired && !referral),
    );
    const sharing = grant && (await this.#sharingOf(grant));
    if (!grant || !sharing) return;
    const agreement = this.#pickAgreement();
    const input = validInput.extendSharing(sharing, this.#agreementInput(agreement));
    const { refused } = await this.#try(0, 'extendSharing', input);
    const expected = model.agreementRefusal(grant.to, agreement);
    if (expected) expect([this.history, refused]).toEqual([this.history, [expected]]);
    // Also refused if the sharing already lasts as long.
    if (refused.length > 0)
      return expect([this.history, refused]).toEqual([this.history, [expected ?? 'INVALID agreedOn']]);
    model.grant(0, grant.to, grant.scope);
    model.end([grant]);
  }

  /** Lets a grant expire. */
  async #expireSharing(): Promise<void> {
    const grant = this.#pick(this.model.grants.filter(({ ended, expired }) => !ended && !expired));
    const sharing = grant && (await this.#sharingOf(grant));
    if (!grant || !sharing) return;
    this.history.push(`expire ${sharing}`);
    const expireSql = "update sharing set until = now() - interval '1 second' where id = $1";
    await this.participants.hub.owner(expireSql, [keyOf(sharing)]);
    grant.expired = true;
  }

  /** Lets days pass: moves all recorded dates into the past. */
  async #passDays(): Promise<void> {
    const days = 1 + this.random.below(9);
    this.history.push(`${days} days`);
    await this.participants.hub.owner(
      `update sharing set withdrawn_at = withdrawn_at - make_interval(days => $2), since = since - make_interval(days => $2)
        where beneficiary_id = $1`,
      [keyOf(this.person), days],
    );
    this.model.passDays(days);
  }

  /** The id of the sharing that corresponds to a grant of the model. */
  async #sharingOf({ to, by, scope, referral, expired }: Grant): Promise<string | undefined> {
    const [row] = await this.participants.hub.owner<{ id: string }>(
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
    expect([this.history, row?.id]).toEqual([this.history, expect.any(String)]);
    return row && `sharing_${row.id}`;
  }

  #refusalIfUnseen(partner: number, field: string): string | undefined {
    return this.model.access(partner) ? undefined : `NOT_FOUND ${field}`;
  }

  #refusalIfGreaterScope(partner: number, scope: SharingScope): string | undefined {
    const own = this.model.access(partner);
    return own && covers(own, scope) ? undefined : 'AGREEMENT_REQUIRED scope';
  }

  /** Runs a command that must succeed, or be refused for the given reason; returns the id of its object. */
  async #run(by: number, command: CommandName, input: Data, expected?: string): Promise<string> {
    const { id, refused } = await this.#try(by, command, input);
    expect([this.history, refused]).toEqual([this.history, expected ? [expected] : []]);
    return id;
  }

  async #try(by: number, command: CommandName, input: Data): Promise<{ id: string; refused: string[] }> {
    const { idempotencyKey, beneficiary, purpose, method, ...recordedInput } = input;
    this.history.push(`${by} ${command} ${JSON.stringify(recordedInput)}`);
    const payload = await (this.participants.clients[by] as Client).run(
      command,
      input,
      `${payloadField(command)} { id }`,
    );
    const refused = payload.userErrors.map((it: Data) => `${it.code} ${it.path.slice(1).join('.')}`);
    return { id: payload[payloadField(command)]?.id, refused };
  }

  /** Picks the granting partner and the recipient. The granting partner usually sees the person. */
  #pickPartners(): [by: number, to: number] {
    const all = this.participants.partners.map((_, index) => index);
    const withAccess = all.filter((it) => this.model.access(it));
    const by = this.#pick(this.random.below(6) === 0 ? all : withAccess) ?? 0;
    return [by, this.#pick(all.filter((it) => it !== by && it !== 0)) as number];
  }

  #partner(index: number): SeededPartner {
    return this.participants.partners[index] as SeededPartner;
  }

  #pickScope(): SharingScope {
    return this.#pick(scopes) as SharingScope;
  }

  #pickAgreement(): Agreement {
    return {
      daysAgo: this.random.below(3) === 0 ? this.random.below(20) : 0,
      confirmed: this.random.below(3) > 0,
    };
  }

  #agreementInput({ daysAgo: count, confirmed }: Agreement): Data {
    return { agreedOn: daysAgo(count), agreedAfterWithdrawal: confirmed };
  }

  #pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.random.below(items.length)];
  }
}
