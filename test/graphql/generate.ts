import fc from 'fast-check';
import {
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { ordersOf } from './stored.js';

/** The values that generated queries use. */
export interface Subjects {
  /** Ids of all types: visible and invisible ones, and some that do not exist. */
  readonly ids: readonly string[];
  readonly slugs: readonly string[];
  readonly searches: readonly string[];
  /** References of referrals, and beginnings of them. */
  readonly references: readonly string[];
  /** Cursors by the name of a list. */
  readonly cursors: Readonly<Record<string, readonly string[]>>;
}

export interface Question {
  readonly query: string;
  /** The same query with an additional introspection field, under the key `asked`. */
  readonly mixed: string;
  readonly variables: Record<string, unknown>;
}

type Generate = fc.GeneratorValue;

/** A uniform choice, without fast-check's bias towards the ends of a range. */
const evenly = (max: number) => fc.noBias(fc.nat({ max }));

/** Fields whose value changes with each query or with time. */
const volatileFields = ['auditTrail', 'unansweredReferrals', 'accessSheet', 'exportFile'];

/** Fields of the committee that are computed from releases. The fixture makes none; test/committee has their tests. */
const releasedFields = [
  'analysis',
  'analysisOptions',
  'closedYears',
  'dueReleases',
  'indicators',
  'indicatorsCsv',
  'protection',
  'releases',
  'savedAnalysis',
];

/** Which commands are offered is compared with what happens to them: see test/access/rights/offers.ts. */
const isOffer = (field: GraphQLField<unknown, unknown>) => getNamedType(field.type).name === 'Command';

/** Random queries that are valid for the schema, of bounded size. */
export function questions(schema: GraphQLSchema, subjects: Subjects): fc.Arbitrary<Question> {
  return fc.gen().map((generate) => new Writer(schema, subjects, generate).question());
}

/** Writes one query. Every field with arguments, and every leaf below an interface, gets a unique alias. */
class Writer {
  #names = 0;
  #fieldsLeft = 45;
  readonly #variables: Record<string, unknown> = {};
  readonly #declared: string[] = [];
  readonly #fragments: string[] = [];

  constructor(
    readonly schema: GraphQLSchema,
    readonly subjects: Subjects,
    readonly generate: Generate,
  ) {}

  question(): Question {
    const body = this.#selection(this.schema.getQueryType() as GraphQLObjectType, 0);
    const declared = this.#declared.length > 0 ? `(${this.#declared.join(', ')})` : '';
    const text = (set: string) => [`query Asked${declared} ${set}`, ...this.#fragments].join('\n');
    return {
      query: text(body),
      mixed: text(`{ asked: __schema { queryType { name } } ${body.slice(1)}`),
      variables: this.#variables,
    };
  }

  #below(limit: number): number {
    return this.generate(evenly, limit - 1);
  }

  #chance(of: number): boolean {
    return this.#below(of) === 0;
  }

  #one<Item>(of: readonly Item[]): Item {
    return of[this.#below(of.length)] as Item;
  }

  #name(): string {
    return `${this.#one(['a', 'o', 'B_', '__proto__', 'rank', 'data'])}${++this.#names}`;
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const parts: string[] = [];
    const fields = Object.values(type.getFields()).filter(
      (it) =>
        (depth < 9 || isLeafType(getNamedType(it.type))) &&
        ![...volatileFields, ...releasedFields].includes(it.name) &&
        !isOffer(it),
    );
    if (fields.length === 0) return '{ __typename }';
    for (let count = 1 + this.#below(depth === 0 ? 3 : 5); count > 0; count--) {
      if (--this.#fieldsLeft < 0) break;
      const part = this.#chance(12) ? this.#typename() : this.#field(this.#one(fields), depth, depth > 0);
      parts.push(this.#wrapped(type, part));
    }
    return `{ ${parts.join(' ') || '__typename'} }`;
  }

  #typename(): string {
    return this.#chance(2) ? '__typename' : `o: __typename`;
  }

  /** The part, sometimes in an inline or named fragment, sometimes with a directive. */
  #wrapped(type: GraphQLObjectType, part: string): string {
    switch (this.#below(type.name === 'Query' ? 30 : 10)) {
      case 0:
        return `...${this.#directive()} { ${part} }`;
      case 1:
        return `... on ${type.name}${this.#directive()} { ${part} }`;
      case 2: {
        const name = `F${++this.#names}`;
        this.#fragments.push(`fragment ${name} on ${type.name} { ${part} }`);
        return `...${name}${this.#directive()}${this.#chance(3) ? ` ...${name}` : ''}`;
      }
      case 3:
        if (!type.getInterfaces().some((it) => it.name === 'Node')) return part;
        return `${part} ... on Node${this.#directive()} { id ... on Pathway { objective } }`;
      default:
        return part;
    }
  }

  #directive(): string {
    if (!this.#chance(3)) return '';
    const value = this.#one([true, false]);
    return ` @${this.#one(['include', 'skip'])}(if: ${this.#value('Boolean!', value, String(value))})`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number, mayWithhold: boolean): string {
    const named = getNamedType(field.type);
    const args = this.#arguments(field, named.name);
    const alias = args || this.#chance(4) ? `${this.#name()}: ` : '';
    const head = `${alias}${field.name}${args}${mayWithhold ? this.#directive() : ''}`;
    const below = () => {
      if (isAbstractType(named)) return this.#oneOf(named, depth + 1);
      return isObjectType(named) ? ` ${this.#selection(named, depth + 1)}` : '';
    };
    const once = `${head}${below()}`;
    // The same response key twice: the selections are merged.
    return !isLeafType(named) && this.#chance(6) ? `${once} ${head}${below()}` : once;
  }

  #oneOf(type: GraphQLAbstractType, depth: number): string {
    const types = this.schema.getPossibleTypes(type);
    const parts = [this.#one(isUnionType(type) ? ['__typename'] : ['id', '__typename', 'o: __typename id'])];
    for (let count = 1 + this.#below(4); count > 0; count--) {
      const type = this.#one(types);
      const fields = Object.values(type.getFields()).filter(
        (it) => (depth < 9 || isLeafType(getNamedType(it.type))) && !isOffer(it),
      );
      const field = this.#one(fields);
      const written = this.#field(field, depth, true);
      const own =
        isLeafType(getNamedType(field.type)) && !/^\w+:/.test(written)
          ? `${this.#name()}: ${written}`
          : written;
      parts.push(`... on ${type.name} { ${own} }`);
    }
    return ` { ${parts.join(' ')} }`;
  }

  #arguments(field: GraphQLField<unknown, unknown>, type: string): string {
    const named = new Map(field.args.map((it) => [it.name, it.type]));
    const given: string[] = [];
    const give = (name: string, value: unknown) => {
      const argument = named.get(name) as GraphQLInputType;
      given.push(`${name}: ${this.#value(String(argument), value, literal(value))}`);
    };
    if (named.has('id')) give('id', this.#one(this.subjects.ids));
    if (named.has('ids'))
      give(
        'ids',
        Array.from({ length: this.#below(8) }, () => this.#one(this.subjects.ids)),
      );
    if (named.has('beneficiary')) give('beneficiary', this.#one(this.subjects.ids));
    if (named.has('slug')) give('slug', this.#one(this.subjects.slugs));
    if (named.has('box') && this.#chance(2)) give('box', new Name(this.#one(['INBOX', 'OUTBOX'])));
    if (named.has('filter') && this.#chance(3))
      give('filter', this.#one([null, {}, this.#filter(type), this.#filter(type)]));
    if (named.has('kinds') && this.#chance(2)) {
      const kinds = ['STEP', 'NOTE', 'BARRIER_FOUND', 'REFERRAL_SENT', 'SHARING_GRANTED', 'PATHWAY_CLOSED'];
      const some = Array.from({ length: this.#below(4) }, () => new Name(this.#one(kinds)));
      give('kinds', this.#one([null, some, some]));
    }
    if (named.has('limit')) give('limit', this.#one([1, 2, 10, 10_000]));
    if (!named.has('first')) return given.length > 0 ? `(${given.join(', ')})` : '';

    const orders = ordersOf(type.replace(/Connection$/, ''));
    let order = orders[0] as string;
    if (named.has('orderBy') && this.#chance(2)) {
      order = this.#one(orders);
      give('orderBy', new Name(order.split('.')[1] ?? ''));
    }
    switch (this.#below(6)) {
      case 0:
        break;
      case 1:
        give('last', 1 + this.#below(6));
        break;
      case 2:
        give('last', this.#one([1, 2, 30, 100]));
        if (this.#chance(2)) give('first', null);
        break;
      default:
        give('first', this.#one([1, 2, 3, 5, 7, 25, 100]));
    }
    const cursors = this.subjects.cursors[order] ?? [];
    for (const name of ['after', 'before']) {
      if (this.#chance(3)) give(name, cursors.length > 0 ? this.#one(cursors) : null);
    }
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  #filter(type: string): Record<string, unknown> {
    const partner = this.#one(this.subjects.ids.filter((it) => it.startsWith('partner_')));
    switch (type) {
      case 'PartnerConnection':
        return { kind: new Name(this.#one(['ASSOCIATION', 'TOWN'])) };
      case 'BeneficiaryConnection':
        return this.#one([
          { search: this.#one(this.subjects.searches) },
          { district: new Name('NORTH'), search: this.#one(this.subjects.searches) },
          { referent: this.#one([partner, this.#one(this.subjects.ids)]) },
          { birthDate: this.#one(['1990-05-17', '2001-02-03', '1999-01-01']) },
          { phone: this.#one(['+33612345678', '+33612345679']), search: this.#one(['', null, 'du']) },
        ]);
      case 'PathwayConnection':
        return this.#one([
          { status: new Name('CLOSED') },
          { partner, status: null },
          { partner: this.#one(this.subjects.ids) },
        ]);
      case 'LotConnection': {
        const ids = this.subjects.ids.filter((it) => /^(procurement|company|lot)_/.test(it));
        return { procurement: this.#one([null, ...ids]), company: this.#one([null, ...ids]) };
      }
      case 'ServiceConnection':
        return this.#one([
          { search: this.#one(this.subjects.searches), open: this.#one([null, true, false]) },
          { themes: [new Name('NUMERIQUE'), new Name('SE_FORMER')], open: true },
          { themes: [], publics: [new Name('FEMMES')] },
          { publics: [new Name('FEMMES'), new Name('SENIORS')], partner },
        ]);
      case 'RoadmapItemConnection':
        return this.#one([
          { state: [new Name('PLANNED'), new Name('DONE')] },
          { owner: this.#one([partner, this.#one(this.subjects.ids)]), dueBefore: '2025-06-01' },
        ]);
      default:
        return this.#one([
          { status: [new Name('ACCEPTED'), new Name('REQUESTED'), new Name('DECLINED')] },
          { status: [] },
          { search: this.#one([...this.subjects.searches, ...this.subjects.references]), partner: null },
          { partner, priority: new Name('URGENT') },
        ]);
    }
  }

  /** A literal value, or a variable with that value. */
  #value(type: string, value: unknown, written: string): string {
    if (!this.#chance(3)) return written;
    const name = `v${++this.#names}`;
    if (this.#chance(4) && !type.endsWith('!')) this.#declared.push(`$${name}: ${type} = ${written}`);
    else {
      this.#declared.push(`$${name}: ${type}`);
      this.#variables[name] = JSON.parse(JSON.stringify(value));
    }
    return `$${name}`;
  }
}

/** The value of an enum. */
class Name {
  constructor(readonly name: string) {}
  toJSON(): string {
    return this.name;
  }
}

function literal(value: unknown): string {
  if (value instanceof Name) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${name}: ${literal(inner)}`)
    .join(', ')} }`;
}
