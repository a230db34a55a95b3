import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  getNamedType,
  isObjectType,
  parse,
} from 'graphql';
import pg from 'pg';
import { SharingScope } from '../../src/access/scope.js';
import { today } from '../../src/calendar.js';
import { loadConfig } from '../../src/config/index.js';
import { type DelayedAction, stepsOf, type Waiting } from '../../src/features/referrals/delays.js';
import {
  actionsOf,
  type ReferralStatus,
  unansweredStatuses,
} from '../../src/features/referrals/lifecycle.js';
import type { SeededMember } from '../kit/town.js';
import { foundServices, hasWords, wordsOf as wordsIn } from './services.js';
import { compare, connections, cursorOf, type List, listOf, lists, type Row, tables } from './stored.js';
import { suspicious } from './suspected.js';
import { entriesOf, timelineSources } from './timeline.js';

type Object_ = Record<string, unknown>;
type Args = Record<string, unknown>;

/** All scopes, the smallest first. */
const scopes = Object.keys(SharingScope);

const day = 24 * 60 * 60 * 1000;
const instant = (text: string) => text.replace(' ', 'T').replace(/\+00$/, '+00:00');

/** The type of the target of a notification, by the beginning of its kind. */
const targetTypes: Readonly<Record<string, string>> = {
  REFERRAL: 'Referral',
  UNANSWERED: 'UnansweredReferral',
  LINK: 'LinkRequest',
  SHARING: 'Sharing',
  RETENTION: 'RetentionDue',
  CLAUSE: 'Lot',
  WEBHOOK: 'Webhook',
};

/** Answers the queries of a viewer field by field, with one small statement for each field. */
export class ReferenceResolver {
  static readonly #parsers: pg.CustomTypesConfig = {
    getTypeParser: (oid) =>
      oid === 23 || oid === 701 || oid === 1700
        ? Number
        : oid === 16
          ? (text: string) => text === 't'
          : oid === 1184
            ? (text: string) => instant(text)
            : (text: string) => text,
  } as pg.CustomTypesConfig;

  readonly #client: pg.Client;
  readonly #known = new Map<string, Promise<Row[]>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    ownerUrl: string,
    readonly schemaText: string,
    readonly viewer: SeededMember & { readonly role: string },
  ) {
    this.#client = new pg.Client({ connectionString: ownerUrl, types: ReferenceResolver.#parsers });
    this.schema = buildSchema(schemaText);
  }

  readonly schema;

  /** Takes the viewer's role in one repeatable-read transaction, so that the rows do not change during the comparison. */
  async open(): Promise<this> {
    await this.#client.connect();
    await this.#client.query(
      "set timezone = 'UTC'; begin isolation level repeatable read read only; set local role hub_partner",
    );
    const { key, partner, role } = this.viewer;
    await this.#client.query(
      "select set_config('app.member_id', $1, true), set_config('app.partner_id', $2, true), set_config('app.role', $3, true)",
      [key, partner.key, role],
    );
    return this;
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  async answer(query: string, variableValues: Args): Promise<ExecutionResult> {
    return execute({
      schema: this.schema,
      document: parse(query),
      variableValues,
      fieldResolver: this.#resolve,
      typeResolver: (value) => (value as { type: string }).type,
    });
  }

  /** The rows of a statement. Results are cached by text and values. */
  rows(text: string, ...values: string[]): Promise<Row[]> {
    const key = JSON.stringify([text, values]);
    let rows = this.#known.get(key);
    if (!rows) {
      rows = this.#last.then(async () => (await this.#client.query<Row>(text, values)).rows);
      this.#last = rows;
      this.#known.set(key, rows);
    }
    return rows;
  }

  async #byId(type: string, id: string | null | undefined): Promise<Object_ | null> {
    if (!id) return null;
    const [row] = await this.rows(`select * from "${tables[type]}" where id = $1`, id);
    return row ? { ...row, type } : null;
  }

  async #textOf(id: string): Promise<string | null> {
    const [row] = await this.rows('select * from referral_text where id = $1', id);
    return row?.['text'] ?? null;
  }

  /** The object with an id of the API; null when it does not exist or has another type. */
  async #byGlobalId(id: string, only?: string): Promise<Object_ | null> {
    const [prefix = '', uuid] = id.split('_');
    const type = prefix.charAt(0).toUpperCase() + prefix.slice(1);
    if (!(type in tables) || (only && only !== type)) return null;
    return this.#byId(type, type === 'Beneficiary' ? await this.personNow(uuid) : uuid);
  }

  readonly #resolve: GraphQLFieldResolver<Object_ | undefined, unknown, Args> = async (
    source,
    args,
    _,
    info,
  ) => {
    const { parentType, fieldName } = info;
    const row = (source ?? {}) as Object_ & Row;
    const connection = connections[`${parentType.name}.${fieldName}`];
    if (connection) {
      const { of, by } = connection;
      const all = `select * from ${tables[of]}`;
      const found = await (by ? this.rows(`${all} where ${by} = $1`, row.id) : this.rows(all));
      // Removed rows are in no list. Only some tables have the column `removed_at`.
      return this.#connection(
        of,
        found.filter((it) => !it['removed_at']),
        args,
      );
    }
    switch (`${parentType.name}.${fieldName}`) {
      case 'Query.viewer':
        return {};
      case 'Viewer.member':
        return this.#byId('Member', this.viewer.key);
      case 'Viewer.memberships':
        return [await this.#byId('Member', this.viewer.key)];
      case 'Viewer.partner':
        return this.#byId('Partner', this.viewer.partner.key);
      case 'Viewer.role':
        return this.viewer.role;
      case 'Viewer.notifications':
        return this.#connection('Notification', await this.#notified(args['unreadOnly'] === true), args);
      case 'Viewer.unreadNotifications':
        return (await this.#notified(true)).length;
      case 'Viewer.mailTiming':
        return (await this.#mail(this.viewer.key))?.['timing'] ?? 'AT_ONCE';
      case 'Viewer.mailLanguage':
        return (await this.#mail(this.viewer.key))?.['language'] ?? 'FR';
      case 'Member.mailRefusedAt':
        return (await this.#mail(row.id))?.['refused_at'] ?? null;
      case 'Notification.target':
        return this.#byId(targetTypes[(row['kind'] as string).split('_')[0] ?? ''] ?? '', row['subject']);
      case 'Query.committee':
        return ['COMMITTEE_MEMBER', 'COORDINATOR'].includes(this.viewer.role) ? {} : null;
      // The fixture makes no snapshots. Other tests cover reading them.
      case 'Committee.snapshots':
        return [];
      case 'Query.node':
        return this.#byGlobalId(args['id'] as string);
      case 'Query.nodes':
        return (args['ids'] as string[]).map((id) => this.#byGlobalId(id));
      case 'Query.beneficiary':
        return this.#byGlobalId(args['id'] as string, 'Beneficiary');
      case 'Query.referral':
        return this.#byGlobalId(args['id'] as string, 'Referral');
      case 'Query.partner': {
        const [found] = await this.rows('select * from partner where slug = $1', args['slug'] as string);
        return found ? { ...found, type: 'Partner' } : null;
      }
      case 'Query.referrals': {
        const side = args['box'] === 'INBOX' ? 'to_id' : 'from_id';
        const found = await this.rows(`select * from referral where ${side} = $1`, this.viewer.partner.key);
        return this.#connection('Referral', found, args);
      }
      case 'Query.linkRequests': {
        const is = args['box'] === 'INBOX' ? '<>' : '=';
        const found = await this.rows(
          `select * from link_request where partner_id ${is} $1`,
          this.viewer.partner.key,
        );
        return this.#connection('LinkRequest', found, args);
      }
      case 'LinkRequest.beneficiary': {
        const [match] = await this.rows('select * from link_match where request_id = $1', row.id);
        return this.#byId('Beneficiary', row['beneficiary_id'] ?? match?.['beneficiary_id']);
      }
      case 'LinkRequest.status':
        if (row['accepted']) return row['accepted'] === 't' ? 'ACCEPTED' : 'REFUSED';
        return Date.parse(row['expires_at'] as string) > Date.now() ? 'PENDING' : 'EXPIRED';
      case 'Sharing.informedBy':
        return this.#byId('Member', row['informed_by_id'] ?? row['recorded_by_id']);
      case 'Sharing.endReason':
        return [row['partner_id'], row['granted_by_id']].includes(this.viewer.partner.key)
          ? row['end_reason']
          : null;
      case 'Query.beneficiaryEvents':
      case 'Query.sharingEvents':
      case 'Query.linkEvents':
      case 'Query.notificationEvents':
      case 'Query.retentionEvents':
      case 'Query.webhookEvents': {
        const topic = fieldName.replace('Events', '').toUpperCase();
        const type = `${topic.charAt(0)}${topic.slice(1).toLowerCase()}Event`;
        return this.#connection(type, await this.rows('select * from event where topic = $1', topic), args);
      }
      case 'Query.fileEvents': {
        const [prefix, uuid = ''] = (args['beneficiary'] as string).split('_');
        const events = await this.rows(`select * from event where topic = 'FILE'`);
        const about = events.filter((it) => prefix === 'beneficiary' && it['subject'] === uuid);
        return this.#connection('FileEvent', about, args);
      }
      case 'FileEvent.beneficiaryId':
        return `beneficiary_${row['subject']}`;
      case 'FileEvent.beneficiary':
      case 'BeneficiaryEvent.beneficiary':
        return this.#byId('Beneficiary', await this.personNow(row['subject']));
      case 'BeneficiaryEvent.replaced':
        return row['replaced'] ? `beneficiary_${row['replaced']}` : null;
      case 'NotificationEvent.notification':
        return this.#byId('Notification', row['subject']);
      case 'NotificationEvent.unread':
        return (await this.#notified(true)).length;
      case 'SharingEvent.sharing':
        return this.#byId('Sharing', row['subject']);
      case 'WebhookEvent.webhook':
        return this.#byId('Webhook', row['subject']);
      case 'Webhook.state':
        return row['paused_at'] ? 'PAUSED' : 'ACTIVE';
      case 'Webhook.topics':
        return (row['topics'] as string).slice(1, -1).split(',');
      case 'Webhook.waiting': {
        const all = await this.rows('select * from webhook_delivery where webhook_id = $1', row.id);
        return all.filter((it) => it['next_attempt_at']).length;
      }
      case 'WebhookDelivery.eventId':
        return `event_${row['event_id']}`;
      case 'WebhookDelivery.topic':
      case 'WebhookDelivery.kind': {
        const [event] = await this.rows('select * from event where id = $1', row['event_id'] as string);
        return event?.[fieldName];
      }
      case 'RetentionEvent.due':
        return this.#byId('RetentionDue', row['subject']);
      case 'UnansweredReferral.referral':
        return `referral_${row.id}`;
      case 'RetentionDue.beneficiary':
        return `beneficiary_${row.id}`;
      case 'RetentionDue.rows':
        return (await this.rows('select rights.own_rows($1) as it', row.id))[0]?.['it'];
      case 'LinkEvent.linkRequest':
        return this.#byId('LinkRequest', row['subject']);
      case 'Query.referralEvents':
        return this.#connection(
          'ReferralEvent',
          await this.rows(`select * from event where topic = 'REFERRAL'`),
          args,
        );
      case 'Beneficiary.sharings':
      case 'Beneficiary.access': {
        const all = await this.rows('select * from sharing where beneficiary_id = $1', row.id);
        const inForce = all.filter(
          (it) => !it['ended_at'] && (!it['until'] || Date.parse(it['until']) > Date.now()),
        );
        const age = (it: Row) => `${new Date(it['since'] ?? '').toISOString()} ${it.id}`;
        if (fieldName === 'sharings')
          return inForce.sort((a, b) => (age(a) < age(b) ? -1 : 1)).map((it) => ({ ...it, type: 'Sharing' }));
        const rank = (it: Row) =>
          `${['IDENTITY', 'PATHWAY', 'FOLLOW_UP'].indexOf(it['scope'] ?? '')} ${age(it)}`;
        const own = inForce.filter((it) => it['partner_id'] === this.viewer.partner.key);
        const [strongest] = own.sort((a, b) => (rank(a) > rank(b) ? -1 : 1));
        return { ...strongest, type: 'Sharing' };
      }
      case 'Beneficiary.lastContactOn': {
        const [found] = await this.rows(
          'select last_on from last_contact where beneficiary_id = $1 and partner_id = $2',
          row.id,
          this.viewer.partner.key,
        );
        return found?.['last_on'] ?? null;
      }
      case 'Beneficiary.ownReference': {
        const [found] = await this.rows(
          'select reference from partner_reference where beneficiary_id = $1 and partner_id = $2',
          row.id,
          this.viewer.partner.key,
        );
        return found?.['reference'] ?? null;
      }
      case 'Beneficiary.contacts':
      case 'Beneficiary.criteria': {
        const type = fieldName === 'contacts' ? 'Contact' : 'Criterion';
        const found = await this.rows(`select * from ${tables[type]} where beneficiary_id = $1`, row.id);
        const { nodes } = await this.#connection(
          type,
          found.filter((it) => !it['removed_at']),
          { first: 1000 },
        );
        return nodes;
      }
      case 'Beneficiary.timeline': {
        const kinds = args['kinds'] as string[] | null | undefined;
        const entries: Row[] = [];
        for (const source of timelineSources) {
          if (kinds && !kinds.includes(source.kind)) continue;
          const table = tables[source.type];
          entries.push(
            ...entriesOf(source, await this.rows(`select * from ${table} where beneficiary_id = $1`, row.id)),
          );
        }
        return this.#connection('Timeline', entries, args);
      }
      case 'TimelineEntry.id':
        return row.id;
      case 'Beneficiary.suspectedDuplicates': {
        const marks = await this.rows('select * from distinction where retracted_at is null');
        const apart = (it: Row) =>
          marks.some((mark) =>
            [row.id, it.id].every((id) => id === mark['one_id'] || id === mark['other_id']),
          );
        const found = (await this.rows('select * from beneficiary')).filter(
          (it) => suspicious(row, it) && !apart(it),
        );
        const name = (it: Row) => `${it['sort_name']} ${it.id}`;
        return found
          .sort((a, b) => (name(a) < name(b) ? -1 : 1))
          .map((it) => ({ ...it, type: 'Beneficiary' }));
      }
      case 'Beneficiary.distinctions': {
        const found = await this.rows('select * from distinction where $1 in (one_id, other_id)', row.id);
        return found
          .sort((a, b) => ((a['declared_at'] ?? '') > (b['declared_at'] ?? '') ? -1 : 1))
          .map((it) => ({ ...it, type: 'Distinction' }));
      }
      case 'Beneficiary.merges': {
        const found = await this.rows('select * from merge where kept_id = $1', row.id);
        return found
          .sort((a, b) => ((a['merged_at'] ?? '') > (b['merged_at'] ?? '') ? -1 : 1))
          .map((it) => ({ ...it, type: 'Merge' }));
      }
      case 'Referral.decline':
        return (
          row['decline_side'] && {
            side: row['decline_side'],
            reason: row['decline_reason'],
            referral: row.id,
          }
        );
      case 'ReferralDecline.comment': {
        const changes = await this.rows(
          `select * from referral_transition where referral_id = $1 and "to" = 'DECLINED' order by version desc`,
          row['referral'] as string,
        );
        return changes[0] ? this.#textOf(changes[0].id) : null;
      }
      case 'Referral.purpose':
        return (await this.#textOf(row.id)) ?? '';
      case 'Referral.viewerCan': {
        const party = row['from_id'] === this.viewer.partner.key ? 'SENDER' : 'RECEIVER';
        return actionsOf(party, row['status'] as ReferralStatus);
      }
      case 'Referral.answerDueAt':
        return this.#due(row, 'REMIND');
      case 'Referral.expiresAt':
        return this.#due(row, 'EXPIRE');
      case 'Referral.waitingSince':
        if (row['closed_at']) return null;
        return row['sent_at'] ? this.#stateSince(row) : row['created_at'];
      case 'Referral.opens':
        return (await this.#offer(row))?.['scope'] ?? null;
      case 'Referral.opensUntil':
        return (await this.#offer(row))?.['until'] ?? null;
      case 'Referral.formerReferral':
        return this.#byId('Referral', row['former_id']);
      case 'Referral.transitions': {
        const changes = await this.rows('select * from referral_transition where referral_id = $1', row.id);
        return changes.sort((a, b) => Number(a['version']) - Number(b['version']));
      }
      case 'ReferralTransition.reason': {
        const [said] = await this.rows('select * from referral_message where change_id = $1', row.id);
        return (await this.#textOf(row.id)) ?? said?.['text'] ?? null;
      }
      case 'Referral.assignee': {
        const [found] = await this.rows('select * from referral_assignment where referral_id = $1', row.id);
        return this.#byId('Member', found?.['member_id']);
      }
      case 'Referral.proposedAct': {
        if (row['to_id'] !== this.viewer.partner.key || row['decline_reason'] !== 'NO_CAPACITY') return null;
        const service = row['service_id'] && (await this.#byId('Service', row['service_id']));
        if (!service || row['status'] !== 'DECLINED' || service['status'] !== 'OPEN') return null;
        const [said, answered] = [service['capacity_updated_at'], row['answered_at']].map((it) =>
          Date.parse(it as string),
        ) as [number, number];
        const isFull = service['capacity'] === 0 && said > answered - 30 * day;
        return Number.isNaN(said) || (said < answered && !isFull) ? 'UPDATE_CAPACITY' : null;
      }
      case 'Service.themes':
      case 'Service.publics':
        return row[fieldName]?.slice(1, -1).split(',');
      case 'Member.invited':
        return row['subject'] === null && row['deactivated_at'] === null;
      case 'Service.capacityIsCurrent':
        return Date.parse(row['capacity_updated_at'] ?? '') > Date.now() - 30 * day;
      case 'Service.referralObstacle':
        return row['status'] === 'CLOSED' ? 'CLOSED' : row['contact'] === '' ? 'NO_CONTACT' : null;
      case 'Partner.referralObstacle': {
        const [answer] = await this.rows('select access.is_reached($1) as it', row.id);
        return answer?.['it'] ? null : 'NOBODY';
      }
      case 'Query.services': {
        const [services, partners] = [
          await this.rows('select * from service'),
          await this.rows('select * from partner'),
        ];
        const { filter, ...page } = args;
        return this.#connection('Service', foundServices(services, partners, (filter ?? {}) as Args), page);
      }
      case 'Service.declinedReferrals': {
        const person = await this.#byGlobalId(args['beneficiary'] as string, 'Beneficiary');
        const sent = await this.rows('select * from referral where from_id = $1', this.viewer.partner.key);
        const declined = sent.filter(
          (it) =>
            it['status'] === 'DECLINED' &&
            it['service_id'] === row.id &&
            it['beneficiary_id'] === (person?.['id'] ?? ''),
        );
        return this.#connection('Referral', declined, args);
      }
      case 'Referral.attendance': {
        const [found] = await this.rows('select * from attendance where referral_id = $1', row.id);
        return found ? { ...found, type: 'Attendance' } : null;
      }
      case 'Forum.headcount': {
        const found = await this.rows('select * from attendance where forum_id = $1', row.id);
        const [all] = await this.rows('select * from access.counted_at($1)', row.id);
        const isWhole = this.viewer.role === 'COORDINATOR' || Number(all?.['records']) === found.length;
        return isWhole ? Number(all?.['people']) : null;
      }
      case 'Outcome.class':
      case 'Outcome.frameVersion': {
        const asked =
          fieldName === 'class'
            ? 'exit_class(situation, contract_months, occurred_on)'
            : 'exit_version(occurred_on)';
        const [found] = await this.rows(`select frames.${asked} as it from outcome where id = $1`, row.id);
        return found?.['it'];
      }
      case 'Query.clauseEvents':
        return this.#connection(
          'ClauseEvent',
          await this.rows(`select * from event where topic = 'CLAUSE'`),
          args,
        );
      case 'Lot.months': {
        const isWhole = await this.#seesContractsOf(row.id);
        return (await this.rows('select * from lot_month where lot_id = $1 order by month', row.id)).map(
          (it) => ({
            ...it,
            done: isWhole ? it['done'] : null,
            forecast: isWhole ? Number(Number(it['forecast']).toFixed(2)) : null,
          }),
        );
      }
      case 'Lot.hoursDone':
      case 'Lot.hoursForecast': {
        if (!(await this.#seesContractsOf(row.id))) return null;
        const column = fieldName === 'hoursDone' ? 'done' : 'forecast';
        const months = await this.rows('select * from lot_month where lot_id = $1', row.id);
        return Number(months.reduce((sum, it) => sum + Number(it[column]), 0).toFixed(2));
      }
      case 'Lot.shortfall': {
        const all = await this.rows('select * from lot_shortfall where lot_id = $1', row.id);
        const open = all.find((it) => it['ended_at'] === null);
        return open ? { ...open, type: 'LotShortfall' } : null;
      }
      case 'ClauseContract.holder': {
        const [found] = await this.rows('select access.contract_holder($1) as id', row.id);
        return found?.id;
      }
      case 'ClauseEvent.lot':
        return this.#byId('Lot', row['subject']);
      case 'ReferralEvent.referral':
        return this.#byId('Referral', row['subject']);
      case 'BeneficiaryEvent.cursor':
      case 'FileEvent.cursor':
      case 'SharingEvent.cursor':
      case 'LinkEvent.cursor':
      case 'NotificationEvent.cursor':
      case 'RetentionEvent.cursor':
      case 'WebhookEvent.cursor':
      case 'ClauseEvent.cursor':
      case 'ReferralEvent.cursor':
        return cursorOf(lists[`${parentType.name}.`] as List, row, await this.epoch());
    }
    const computed = source?.[fieldName];
    if (typeof computed === 'function') return computed(args);
    const column = fieldName.replace(/[A-Z]|\d+/g, (letter) => `_${letter.toLowerCase()}`);
    const shown = getNamedType(info.returnType);
    if (isObjectType(shown) && shown.name in tables && `${column}_id` in row)
      return this.#byId(shown.name, row[`${column}_id`]);
    if (fieldName === 'id')
      return `${parentType.name.charAt(0).toLowerCase()}${parentType.name.slice(1)}_${row.id}`;
    return fieldName in row ? row[fieldName] : row[column];
  };

  /** Since when a sent referral has been in its state. */
  async #stateSince(referral: Row): Promise<string> {
    const changes = await this.rows('select * from referral_transition where referral_id = $1', referral.id);
    const [last] = changes.toSorted((a, b) => Number(b['version']) - Number(a['version']));
    return (last?.['at'] ?? referral['sent_at']) as string;
  }

  /** When the hub first does something to a referral that stays in its state. */
  async #due(row: Row, does: DelayedAction): Promise<string | null> {
    if (!row['sent_at']) return null;
    const { status, priority } = row as unknown as Waiting;
    const [sentAt, stateSince] = [row['sent_at'], await this.#stateSince(row)].map((it) => new Date(it));
    const waiting = { status, priority, sentAt, stateSince } as Waiting;
    const step = stepsOf(waiting, loadConfig({}).delays).find((it) => it.does === does);
    return step?.at.toISOString().replace(/\.?0*Z$/, '+00:00') ?? null;
  }

  /** What a referral that is not answered offers to the viewer's partner. */
  async #offer(row: Row): Promise<{ scope: string; until: string | null } | undefined> {
    const { partner } = this.viewer;
    if (row['to_id'] !== partner.key || !unansweredStatuses.some((it) => it === row['status']))
      return undefined;
    const all = await this.rows(
      'select * from sharing where beneficiary_id = $1',
      row['beneficiary_id'] as string,
    );
    const now = new Date();
    const inForce = all.filter((it) => !it['ended_at'] && (!it['until'] || new Date(it['until']) > now));
    const isWithdrawn = (given: Row) =>
      all.some((it) => {
        if (it['partner_id'] !== partner.key || !it['withdrawn_at']) return false;
        const at = new Date(it['withdrawn_at']);
        return at >= new Date(given['since'] as string) || (given['agreed_on'] ?? '9999') < today(at);
      });
    const given = inForce.filter((it) => it['referral_id'] === row.id && !isWithdrawn(it));
    const own = inForce.filter((it) => it['partner_id'] === row['from_id']);
    const rank = (it: Row) => scopes.indexOf(it['scope'] as string);
    const offers = given.flatMap((offer) =>
      own.map((it) => ({
        scope: scopes[Math.min(rank(it), rank(row))] as string,
        until: offer['until'] ?? null,
      })),
    );
    return offers.toSorted((a, b) => scopes.indexOf(b.scope) - scopes.indexOf(a.scope))[0];
  }

  async #notified(unreadOnly: boolean): Promise<Row[]> {
    const all = await this.rows('select * from notification where member_id = $1', this.viewer.key);
    return all.filter((it) => !unreadOnly || it['read_at'] === null);
  }

  async #mail(member: string): Promise<Row | undefined> {
    return (await this.rows('select * from mail_preference where member_id = $1', member))[0];
  }

  /** The key of the person who has the file now: the kept person after a merge. */
  async personNow(key: string | null | undefined): Promise<string | undefined> {
    const [row] = await this.rows('select access.person_now($1) as id', key ?? '');
    return row?.id;
  }

  async epoch(): Promise<string> {
    const [row] = await this.rows('select access.epoch() as id');
    return row?.id ?? '';
  }

  /** The referrals that a search finds, as `ReferralFilter.search` is described. */
  async #withText(referrals: readonly Row[], search: string): Promise<Row[]> {
    const persons = await this.rows('select * from beneficiary');
    const exact = persons.filter((it) => nameHas(namesOf(it), search));
    const found = exact.length > 0 ? exact : persons.filter((it) => nameIsNear(namesOf(it), search));
    const words = wordsIn(search);
    const named = async (table: string) =>
      (await this.rows(`select * from ${table}`)).filter((it) => hasWords(wordsIn(it['name'] ?? ''), words));
    const [services, partners] = [await named('service'), await named('partner')];
    const isAmong = (rows: readonly Row[], key: unknown) => rows.some((it) => it.id === key);
    return referrals.filter(
      (it) =>
        words.length > 0 &&
        (isAmong(found, it['beneficiary_id']) ||
          it['reference']?.startsWith(search.trim()) ||
          isAmong(services, it['service_id']) ||
          isAmong(partners, it['from_id'] === this.viewer.partner.key ? it['to_id'] : it['from_id'])),
    );
  }

  async #connection(type: string, rows: readonly Row[], args: Args): Promise<Object_> {
    const asked = (args['filter'] ?? {}) as Args;
    if (type !== 'Referral' || asked['search'] == null) return this.#page(type, rows, args);
    const { search, ...filter } = asked;
    return this.#page(type, await this.#withText(rows, search as string), { ...args, filter });
  }

  async #page(type: string, rows: readonly Row[], args: Args): Promise<Object_> {
    const list = listOf(type, args['orderBy'] as string | undefined);
    const keys = (row: Row) => list.columns.map((column) => row[column] ?? '');
    const filter = (args['filter'] ?? {}) as Args;
    const search = (filter['search'] ?? '') as string;
    const isNear = search !== '' && !rows.some((row) => nameHas(namesOf(row), search));
    const contacts = filter['phone'] == null ? [] : await this.rows('select * from contact');
    const withPhone = new Set(
      contacts
        .filter((it) => it['kind'] === 'PHONE' && !it['removed_at'] && it['value'] === filter['phone'])
        .map((it) => it['beneficiary_id']),
    );
    const all = rows
      .filter((row) => this.#passes(row, filter, { isNear, withPhone }))
      .sort((one, other) => compare(list, keys(one), keys(other)));

    const place = (cursor: unknown) =>
      (JSON.parse(Buffer.from(cursor as string, 'base64url').toString()) as string[]).slice(2);
    const after = args['after'] != null && place(args['after']);
    const before = args['before'] != null && place(args['before']);
    const past = (row: Row) => after && compare(list, keys(row), after) <= 0;
    const beyond = (row: Row) => before && compare(list, keys(row), before) >= 0;
    const between = all.filter((row) => !past(row) && !beyond(row));

    const last = args['last'] as number | null | undefined;
    const first = (args['first'] as number | null | undefined) ?? 20;
    const page = last == null ? between.slice(0, first) : between.slice(-last);
    const epoch = type.endsWith('Event') ? await this.epoch() : '';
    const edges = page.map((row) => ({ node: { ...row, type }, cursor: cursorOf(list, row, epoch) }));
    return {
      edges,
      nodes: edges.map((edge) => edge.node),
      totalCount: all.length,
      countUpTo: ({ limit }: { limit: number }) => Math.min(all.length, limit),
      pageInfo: {
        hasNextPage: last == null ? between.length > first : all.some(beyond),
        hasPreviousPage: last == null ? all.some(past) : between.length > last,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  async #seesContractsOf(lot: string): Promise<boolean> {
    const seen = await this.rows('select * from clause_contract where lot_id = $1', lot);
    const [all] = await this.rows('select access.contracts_of($1) as count', lot);
    return seen.length === Number(all?.['count']);
  }

  /**
   * @param isNear whether the search has no exact match, so that a typing error is tolerated
   * @param withPhone the keys of the persons with the telephone number of the filter
   */
  #passes(
    row: Row,
    filter: Args,
    { isNear, withPhone }: { readonly isNear: boolean; readonly withPhone: ReadonlySet<unknown> },
  ): boolean {
    return Object.entries(filter).every(([name, wanted]) => {
      if (wanted == null) return true;
      if (Array.isArray(wanted)) return wanted.includes(row[name]);
      if (name === 'search') {
        return isNear ? nameIsNear(namesOf(row), wanted as string) : nameHas(namesOf(row), wanted as string);
      }
      if (name === 'birthDate') return row['birth_date'] === wanted;
      if (name === 'phone') return withPhone.has(row.id);
      if (name === 'dueBefore') return (row['due_on'] ?? '') < (wanted as string);
      if (!['partner', 'referent', 'owner', 'procurement', 'company'].includes(name))
        return row[name] === wanted;
      const [prefix, uuid] = (wanted as string).split('_');
      if (['procurement', 'company'].includes(name)) return prefix === name && row[`${name}_id`] === uuid;
      if (prefix !== 'partner') return false;
      if (name !== 'partner') return row[`${name}_id`] === uuid;
      if (!('from_id' in row)) return row['partner_id'] === uuid;
      return (row['from_id'] === this.viewer.partner.key ? row['to_id'] : row['from_id']) === uuid;
    });
  }
}

const namesOf = (row: Row) => [row['sort_name'], row['call_name']] as string[];

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('é', 'e')
    .match(/[a-z]+/g) ?? [];

/** The parts of a name from each of its words on, in either order. */
const partsOf = (orders: readonly string[]) =>
  orders.flatMap((name) => name.split(' ').map((_, at, all) => all.slice(at).join('')));

/** Whether a name begins, at one of its words, with a text that differs from the searched one by one typing error. */
function nameIsNear(orders: readonly string[], search: string): boolean {
  const text = wordsOf(search).join('');
  if (text.length < 5 || text.length > 24) return false;
  const without = (of: string, at: number) => of.slice(0, at) + of.slice(at + 1);
  return partsOf(orders).some((part) =>
    [...text].some((letter, at) => {
      const next = text[at + 1] ?? '';
      const isWrong =
        part.length >= text.length && without(part.slice(0, text.length), at) === without(text, at);
      const isMissing = without(part.slice(0, text.length + 1), at) === text;
      const isExtra = next !== '' && part.startsWith(without(text, at));
      const isSwapped =
        next !== '' && part.startsWith(text.slice(0, at) + next + letter + text.slice(at + 2));
      return isWrong || isMissing || isExtra || isSwapped;
    }),
  );
}

/** Whether a name, in either order, contains the text from the start of a word, or each word of the text starts a word of the name. */
function nameHas(orders: readonly string[], text: string): boolean {
  const words = wordsOf(text);
  if (words.length === 0) return false;
  const parts = partsOf(orders);
  const begins = (beginning: string) => parts.some((part) => part.startsWith(beginning));
  return begins(words.join('')) || words.every(begins);
}
