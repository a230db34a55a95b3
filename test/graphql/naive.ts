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
import { actsOf, type ReferralStatus } from '../../src/referrals/lifecycle.js';
import type { SeededMember } from '../kit/town.js';

/** A row of a table, every value as PostgreSQL writes it; null where it is null. */
export type Row = Readonly<Record<string, string | null>> & { readonly id: string };
type Object_ = Record<string, unknown>;
type Args = Record<string, unknown>;

const tables: Record<string, string> = {
  Partner: 'partner',
  Member: 'member',
  Beneficiary: 'beneficiary',
  Sharing: 'sharing',
  Pathway: 'pathway',
  Step: 'step',
  Referral: 'referral',
};

/** How a list is ordered: the columns, the last one unique, and what the cursor's text begins with. */
export interface List {
  readonly name: string;
  readonly columns: readonly string[];
  readonly descending: boolean;
}

/** Every order of every connection, by type and order. */
export const lists: Record<string, List> = {
  'Partner.': { name: 'PARTNER_SLUG', columns: ['slug'], descending: false },
  'Beneficiary.NAME': { name: 'BENEFICIARY_NAME', columns: ['sort_name', 'id'], descending: false },
  'Beneficiary.NEWEST': { name: 'BENEFICIARY_NEWEST', columns: ['created_at', 'id'], descending: true },
  'Pathway.NEWEST': { name: 'PATHWAY_NEWEST', columns: ['started_on', 'id'], descending: true },
  'Pathway.OLDEST': { name: 'PATHWAY_OLDEST', columns: ['started_on', 'id'], descending: false },
  'Step.NEWEST': { name: 'STEP_NEWEST', columns: ['occurred_on', 'id'], descending: true },
  'Step.OLDEST': { name: 'STEP_OLDEST', columns: ['occurred_on', 'id'], descending: false },
  'Referral.NEWEST': { name: 'REFERRAL_NEWEST', columns: ['created_at', 'id'], descending: true },
  'Referral.OLDEST': { name: 'REFERRAL_OLDEST', columns: ['created_at', 'id'], descending: false },
  'ReferralEvent.': { name: 'EVENT', columns: ['xid', 'id'], descending: false },
};

const instant = (text: string) => text.replace(' ', 'T').replace(/\+00$/, '+00:00');

/** The cursor of a row, as the hub writes it. */
export function cursorOf(list: List, row: Row, epoch = ''): string {
  const keys = list.columns.map((column) => row[column] ?? '');
  const text = [list.name, epoch, ...keys].map((part) => JSON.stringify(part)).join(', ');
  return Buffer.from(`[${text}]`).toString('base64url');
}

function compare(list: List, one: readonly string[], other: readonly string[]): number {
  for (const [index, column] of list.columns.entries()) {
    const [a, b] = [one[index] ?? '', other[index] ?? ''];
    const difference =
      column === 'xid'
        ? Number(BigInt(a) - BigInt(b))
        : column === 'created_at'
          ? Date.parse(a) - Date.parse(b)
          : a < b
            ? -1
            : Number(a > b);
    if (difference !== 0) return list.descending ? -difference : difference;
  }
  return 0;
}

/** Answers queries field by field, with one small statement for each, as a viewer. */
export class Naive {
  static readonly #parsers: pg.CustomTypesConfig = {
    getTypeParser: (oid) =>
      oid === 23 ? Number : oid === 1184 ? (text: string) => instant(text) : (text: string) => text,
  } as pg.CustomTypesConfig;

  readonly #client: pg.Client;
  readonly #known = new Map<string, Promise<Row[]>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    ownerUrl: string,
    readonly schemaText: string,
    readonly viewer: SeededMember & { readonly role: string },
  ) {
    this.#client = new pg.Client({ connectionString: ownerUrl, types: Naive.#parsers });
    this.schema = buildSchema(schemaText);
  }

  readonly schema;

  /** Takes the viewer's role, for good: the rows do not change while questions are compared. */
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

  /** Rows by a small statement; asked once for each text and values. */
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

  /** The object behind an id of the API; null for an id of another type, as for one that is absent. */
  #byGlobalId(id: string, only?: string): Promise<Object_ | null> | null {
    const [prefix = '', uuid] = id.split('_');
    const type = prefix.charAt(0).toUpperCase() + prefix.slice(1);
    return type in tables && (!only || only === type) ? this.#byId(type, uuid) : null;
  }

  readonly #resolve: GraphQLFieldResolver<Object_ | undefined, unknown, Args> = async (
    source,
    args,
    _,
    info,
  ) => {
    const { parentType, fieldName } = info;
    const row = (source ?? {}) as Object_ & Row;
    switch (`${parentType.name}.${fieldName}`) {
      case 'Query.viewer':
        return {};
      case 'Viewer.member':
        return this.#byId('Member', this.viewer.key);
      case 'Viewer.partner':
        return this.#byId('Partner', this.viewer.partner.key);
      case 'Viewer.role':
        return this.viewer.role;
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
      case 'Query.partners':
        return this.#connection('Partner', await this.rows('select * from partner'), args);
      case 'Query.beneficiaries':
        return this.#connection('Beneficiary', await this.rows('select * from beneficiary'), args);
      case 'Query.pathways':
        return this.#connection('Pathway', await this.rows('select * from pathway'), args);
      case 'Query.referrals': {
        const side = args['box'] === 'INBOX' ? 'to_id' : 'from_id';
        const found = await this.rows(`select * from referral where ${side} = $1`, this.viewer.partner.key);
        return this.#connection('Referral', found, args);
      }
      case 'Query.referralEvents':
        return this.#connection('ReferralEvent', await this.rows('select * from event'), args);
      case 'Beneficiary.pathways':
        return this.#connection(
          'Pathway',
          await this.rows('select * from pathway where beneficiary_id = $1', row.id),
          args,
        );
      case 'Beneficiary.referrals':
        return this.#connection(
          'Referral',
          await this.rows('select * from referral where beneficiary_id = $1', row.id),
          args,
        );
      case 'Pathway.steps':
        return this.#connection(
          'Step',
          await this.rows('select * from step where pathway_id = $1', row.id),
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
      case 'Referral.decline':
        return (
          row['decline_side'] && {
            side: row['decline_side'],
            reason: row['decline_reason'],
            comment: row['decline_comment'],
          }
        );
      case 'Referral.viewerCan': {
        const party = row['from_id'] === this.viewer.partner.key ? 'SENDER' : 'RECEIVER';
        return actsOf(party, row['status'] as ReferralStatus);
      }
      case 'Referral.transitions': {
        const changes = await this.rows('select * from referral_transition where referral_id = $1', row.id);
        return changes.sort((a, b) => Number(a['version']) - Number(b['version']));
      }
      case 'ReferralEvent.referral':
        return this.#byId('Referral', row['subject']);
      case 'ReferralEvent.cursor':
        return cursorOf(lists['ReferralEvent.'] as List, row, await this.epoch());
    }
    const column = fieldName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const shown = getNamedType(info.returnType);
    if (isObjectType(shown) && shown.name in tables && `${column}_id` in row)
      return this.#byId(shown.name, row[`${column}_id`]);
    if (fieldName === 'id')
      return `${parentType.name.charAt(0).toLowerCase()}${parentType.name.slice(1)}_${row.id}`;
    return fieldName in row ? row[fieldName] : row[column];
  };

  async epoch(): Promise<string> {
    const [row] = await this.rows('select access.epoch() as id');
    return row?.id ?? '';
  }

  async #connection(type: string, rows: readonly Row[], args: Args): Promise<Object_> {
    const unsaid = type === 'Beneficiary' ? 'NAME' : 'NEWEST';
    const list = (lists[`${type}.`] ??
      lists[`${type}.${args['orderBy'] ?? (type === 'Step' ? 'OLDEST' : unsaid)}`]) as List;
    const keys = (row: Row) => list.columns.map((column) => row[column] ?? '');
    const all = rows
      .filter((row) => this.#passes(row, (args['filter'] ?? {}) as Args))
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
    const epoch = type === 'ReferralEvent' ? await this.epoch() : '';
    const edges = page.map((row) => ({ node: { ...row, type }, cursor: cursorOf(list, row, epoch) }));
    return {
      edges,
      nodes: edges.map((edge) => edge.node),
      totalCount: all.length,
      pageInfo: {
        hasNextPage: last == null ? between.length > first : all.some(beyond),
        hasPreviousPage: last == null ? all.some(past) : between.length > last,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  #passes(row: Row, filter: Args): boolean {
    return Object.entries(filter).every(([name, wanted]) => {
      if (wanted == null) return true;
      if (Array.isArray(wanted)) return wanted.includes(row[name]);
      if (name === 'search') {
        const beginning = (wanted as string)
          .toLowerCase()
          .replaceAll('é', 'e')
          .replace(/[^a-z]+/g, ' ')
          .trim();
        return row['sort_name']?.startsWith(beginning) || row['call_name']?.startsWith(beginning);
      }
      if (name !== 'partner' && name !== 'referent') return row[name] === wanted;
      const [prefix, uuid] = (wanted as string).split('_');
      if (prefix !== 'partner') return false;
      if (name === 'referent') return row['referent_id'] === uuid;
      if (!('from_id' in row)) return row['partner_id'] === uuid;
      return (row['from_id'] === this.viewer.partner.key ? row['to_id'] : row['from_id']) === uuid;
    });
  }
}
