import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  print,
} from 'graphql';
import { OwnNames } from './own-names.js';
import {
  directivesIn,
  innermost,
  isObject,
  keysOf,
  machineryFields,
  machineryTypes,
  type ObjectNode,
  typesNamedIn,
} from './sdl.js';

/** A partner whose own system joins the graph. */
export interface Partner {
  /** The partner's short name in the hub. */
  readonly name: string;
  /** What the names of its fields begin with, in lower-case letters; the names of its types begin with the same, capitalised. */
  readonly prefix: string;
}

/** The directives that a partner may use. `@override`, `@requires` and `@provides` would take or send data of the hub. */
const permittedDirectives = ['key', 'shareable', 'inaccessible', 'tag', 'deprecated', 'specifiedBy'];

/**
 * The types about a person. A partner may only extend them by its own reference, which the hub gives for persons whom
 * the partner sees itself; by their ids it would learn of others.
 */
const personTypes = ['Beneficiary', 'Pathway', 'Referral'];

const federationLink = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+$/;

/**
 * Checks that the definitions of a partner only add to those of the hub: types with the partner's prefix, and nullable
 * fields with its prefix on `Query` and on entities of the hub. Composition alone accepts more than that.
 * @param hub the definitions of the hub
 * @returns what is refused, one sentence for each; empty when everything is permitted
 */
export function refusedIn(sdl: DocumentNode, partner: Partner, hub: DocumentNode): string[] {
  const check = new PolicyCheck(partner, hub);
  return sdl.definitions.flatMap((definition) => check.definition(definition));
}

/** Returns why a prefix cannot be given to a partner; empty when it can. */
export function refusedPrefix({ name, prefix }: Partner, hub: DocumentNode): string[] {
  if (!/^[a-z]{2,12}$/.test(prefix))
    return [`${name}: the prefix "${prefix}" must be 2 to 12 lower-case letters`];
  const own = new OwnNames(prefix);
  const taken = hub.definitions.flatMap((definition) => [
    ...('name' in definition && definition.name && own.hasType(definition.name.value)
      ? [definition.name.value]
      : []),
    ...('fields' in definition ? (definition.fields ?? []) : [])
      .map((field) => field.name.value)
      // The key that the hub keeps for this partner.
      .filter((field) => own.hasField(field) && field !== `${prefix}Reference`),
  ]);
  return taken
    .slice(0, 1)
    .map((it) => `${name}: the hub has ${it}, which begins with the prefix "${prefix}"`);
}

class PolicyCheck {
  readonly #own: OwnNames;
  /** The hub's entities, by name. */
  readonly #entities: ReadonlyMap<string, ObjectNode>;

  constructor(
    private readonly partner: Partner,
    hub: DocumentNode,
  ) {
    this.#own = new OwnNames(partner.prefix);
    this.#entities = new Map(
      hub.definitions
        .filter(isObject)
        .filter((it) => keysOf(it).length > 0)
        .map((it) => [it.name.value, it]),
    );
  }

  definition(definition: DefinitionNode): string[] {
    return [...this.#shape(definition), ...this.#persons(definition)];
  }

  #shape(definition: DefinitionNode): string[] {
    switch (definition.kind) {
      case Kind.SCHEMA_DEFINITION:
        return [...this.#links(definition.directives), ...this.#roots(definition.operationTypes)];
      case Kind.SCHEMA_EXTENSION:
        return [...this.#links(definition.directives), ...this.#roots(definition.operationTypes)];
      case Kind.DIRECTIVE_DEFINITION:
        return this.#directive(definition.name.value, 'the definition of');
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
        return this.#object(definition);
      case Kind.OPERATION_DEFINITION:
      case Kind.FRAGMENT_DEFINITION:
        return [this.#says('an operation', 'definitions of types only are permitted')];
      default:
        return this.#otherType(definition);
    }
  }

  #object(node: ObjectNode): string[] {
    const name = node.name.value;
    if (machineryTypes.includes(name)) return [];
    if (this.#own.hasType(name)) return [...this.#references(node), ...this.#directivesIn(node)];
    if (name === 'Query')
      return [
        ...this.#added(node, []),
        ...this.#references(node),
        ...this.#plain(node, []),
        ...this.#directivesIn(node),
      ];
    const entity = this.#entities.get(name);
    if (!entity) return [this.#says(name, this.#onlyOwnTypes())];
    const key = this.#keyFor(keysOf(entity));
    if (key === 'id' && personTypes.includes(name))
      return [
        this.#says(
          name,
          `it is about a person, and the hub keeps no "${this.partner.prefix}Reference" for it: only persons whom the partner sees are shown to it, by its own reference`,
        ),
      ];
    const declared = keysOf(node);
    return [
      ...(declared.length === 1 && declared[0] === key
        ? []
        : [
            this.#says(
              name,
              `the hub gives it the key "${key}": declare @key(fields: "${key}") and no other`,
            ),
          ]),
      ...this.#keyType(node, entity, key),
      ...((node.interfaces ?? []).length > 0
        ? [this.#says(name, 'a type of the hub gets no further interface')]
        : []),
      ...this.#added(node, [key]),
      ...this.#references(node),
      ...this.#plain(node, [key]),
      ...this.#directivesIn(node),
    ];
  }

  /** A type of the hub and its keys get no directive of the partner: `@inaccessible` would hide them from everybody. */
  #plain({ name, directives = [], fields = [] }: ObjectNode, keys: readonly string[]): string[] {
    const ofKeys = fields.filter((field) => keys.includes(field.name.value));
    const found = [...directives, ...ofKeys.flatMap((field) => field.directives ?? [])]
      .map((it) => it.name.value)
      .filter((it) => it !== 'key');
    return found.map((it) =>
      this.#says(`on ${name.value}, @${it}`, 'only @key is permitted on a type of the hub'),
    );
  }

  /** The key by which a partner extends an entity: its own reference where the hub keeps one, otherwise the id. */
  #keyFor(keys: readonly string[]): string {
    return keys.find((key) => this.#own.hasField(key)) ?? 'id';
  }

  /** A key has the type that the hub gives it. Composition would refuse another one without naming the partner. */
  #keyType(node: ObjectNode, entity: ObjectNode, key: string): string[] {
    const typeIn = ({ fields = [] }: ObjectNode) => {
      const field = fields.find((it) => it.name.value === key);
      return field && print(field.type);
    };
    const [given, expected] = [typeIn(node), typeIn(entity)];
    return given === undefined || given === expected
      ? []
      : [this.#says(`${node.name.value}.${key}: ${given}`, `in the hub it has the type ${expected}`)];
  }

  /** Every field but the keys must be nullable and have the prefix. */
  #added({ name, fields = [] }: ObjectNode, keys: readonly string[]): string[] {
    return fields
      .filter((field) => ![...keys, ...machineryFields].includes(field.name.value))
      .flatMap((field: FieldDefinitionNode) => {
        const place = `${name.value}.${field.name.value}`;
        return [
          ...(this.#own.hasField(field.name.value)
            ? []
            : [
                this.#says(
                  place,
                  `its fields begin with "${this.partner.prefix}", such as ${this.#example()}`,
                ),
              ]),
          ...(field.type.kind === Kind.NON_NULL_TYPE
            ? [this.#says(place, 'must be nullable: the answer stays whole when the partner does not answer')]
            : []),
        ];
      });
  }

  /** A reference to an entity of the hub is null for a viewer who may not see it, also in a list. */
  #references({ name, fields = [] }: ObjectNode): string[] {
    return fields.flatMap((field) => {
      const [type, isNullable] = innermost(field.type);
      return isNullable || personTypes.includes(type) || !this.#entities.has(type)
        ? []
        : [
            this.#says(
              `${name.value}.${field.name.value}`,
              `must be nullable, and the entries of its lists too: a viewer may not see each ${type}`,
            ),
          ];
    });
  }

  /**
   * A person is no value of a partner's field. The partner alone would answer its own fields about the person, also for
   * viewers who do not see that person.
   */
  #persons(definition: DefinitionNode): string[] {
    const place = 'name' in definition && definition.name ? definition.name.value : definition.kind;
    return [...new Set(typesNamedIn(definition))]
      .filter((type) => personTypes.includes(type))
      .map((type) =>
        this.#says(
          `${type} in ${place}`,
          'a field of a partner leads to no person: the partner’s fields on the person are read from the person in the hub',
        ),
      );
  }

  #otherType(definition: DefinitionNode): string[] {
    if (!('name' in definition) || !definition.name)
      return [this.#says(definition.kind, this.#onlyOwnTypes())];
    const name = definition.name.value;
    if (machineryTypes.includes(name)) return [];
    return this.#own.hasType(name)
      ? this.#directivesIn(definition)
      : [this.#says(name, this.#onlyOwnTypes())];
  }

  /** The directives anywhere in a definition. */
  #directivesIn(definition: DefinitionNode): string[] {
    const place = 'name' in definition && definition.name ? `in ${definition.name.value},` : '';
    return [...new Set(directivesIn(definition))].flatMap((name) => this.#directive(name, place));
  }

  #directive(name: string, place: string): string[] {
    const isPermitted = permittedDirectives.includes(name) || name === 'link';
    if (isPermitted) return [];
    const list = permittedDirectives.map((it) => `@${it}`).join(', ');
    return [this.#says(`${place} @${name}`, `only ${list} are permitted`)];
  }

  /** Only the federation specification may be linked, without other names for its directives. */
  #links(directives: readonly ConstDirectiveNode[] = []): string[] {
    return directives.flatMap((directive) => {
      if (directive.name.value !== 'link') return this.#directive(directive.name.value, 'on the schema,');
      const argument = (name: string) => directive.arguments?.find((it) => it.name.value === name)?.value;
      const url = argument('url');
      const imported = argument('import');
      const names = imported?.kind === Kind.LIST ? imported.values : [];
      const isFederation = url?.kind === Kind.STRING && federationLink.test(url.value);
      return [
        ...(isFederation
          ? []
          : [this.#says('@link', 'only the specification of federation 2 may be linked')]),
        ...(argument('as') ? [this.#says('@link', '"as" is not permitted')] : []),
        ...names.flatMap((it) => {
          if (it.kind !== Kind.STRING)
            return [this.#says('@link', 'directives are imported under their own names')];
          return it.value.startsWith('@') ? this.#directive(it.value.slice(1), 'the import of') : [];
        }),
      ];
    });
  }

  #roots(
    types: readonly {
      readonly operation: string;
      readonly type: { readonly name: { readonly value: string } };
    }[] = [],
  ) {
    return types
      .filter(({ operation, type }) => operation !== 'query' || type.name.value !== 'Query')
      .map(({ operation, type }) =>
        this.#says(`${operation}: ${type.name.value}`, 'only query: Query is permitted'),
      );
  }

  #onlyOwnTypes(): string {
    return `its types begin with "${this.#own.capitalised}"; this one is the hub's or nobody's`;
  }

  #example(): string {
    return `${this.partner.prefix}Appointments`;
  }

  #says(what: string, why: string): string {
    return `${this.partner.name}: ${what.trim()} is refused by the hub: ${why}`;
  }
}
