import { type DocumentNode, type ExecutionResult, GraphQLError, Kind, type SelectionSetNode } from 'graphql';

/** A field `_entities` of an operation. */
export interface EntityField {
  /** The key of its value in the answer. */
  readonly responseKey: string;
  /** The variable with its representations. */
  readonly variable: string;
  readonly selectionSet: SelectionSetNode;
}

/** What refers to an object of another subgraph: its type and its key. */
export type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };

const known = new WeakMap<DocumentNode, readonly EntityField[]>();

/** The fields `_entities` of an operation. */
export function entityFields(document: DocumentNode): readonly EntityField[] {
  let fields = known.get(document);
  if (!fields) {
    fields = document.definitions
      .flatMap((it) => (it.kind === Kind.OPERATION_DEFINITION ? it.selectionSet.selections : []))
      .flatMap((it) => {
        if (it.kind !== Kind.FIELD || it.name.value !== '_entities' || !it.selectionSet) return [];
        const value = it.arguments?.find(({ name }) => name.value === 'representations')?.value;
        if (value?.kind !== Kind.VARIABLE) return [];
        const responseKey = it.alias?.value ?? it.name.value;
        return [{ responseKey, variable: value.name.value, selectionSet: it.selectionSet }];
      });
    known.set(document, fields);
  }
  return fields;
}

type Variables = Record<string, unknown>;

/** The representations in a variable. */
export function representationsIn(variables: Variables, variable: string): readonly Representation[] {
  const value = variables[variable];
  return Array.isArray(value) ? value : [];
}

/** Some of the representations of an operation, and where they stood. */
export interface Chosen {
  readonly variables: Variables;
  /** For each variable: the former places of the representations in it. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly count: number;
}

/** Chooses the representations of an operation that pass the test. */
export function choose(
  document: DocumentNode,
  variables: Variables,
  test: (representation: Representation, place: number) => boolean,
): Chosen {
  const chosen = { ...variables };
  const places = new Map<string, readonly number[]>();
  for (const { variable } of entityFields(document)) {
    const all = representationsIn(variables, variable);
    const kept = all.flatMap((it, place) => (test(it, place) ? [place] : []));
    places.set(variable, kept);
    chosen[variable] = kept.map((place) => all[place]);
  }
  const count = [...places.values()].reduce((sum, it) => sum + it.length, 0);
  return { variables: chosen, places, count };
}

/** Puts the answers for chosen representations in the places of the representations; all other places are null. */
export function placed(
  document: DocumentNode,
  variables: Variables,
  answers: readonly (readonly [Chosen, ExecutionResult])[],
): ExecutionResult {
  const fields = entityFields(document);
  const data: Record<string, unknown> = {};
  const errors: GraphQLError[] = [];
  for (const [, answer] of answers) Object.assign(data, answer.data);
  for (const { responseKey, variable } of fields) {
    const list: unknown[] = representationsIn(variables, variable).map(() => null);
    for (const [{ places }, answer] of answers) {
      const entities = answer.data?.[responseKey];
      places.get(variable)?.forEach((place, index) => {
        if (Array.isArray(entities)) list[place] = entities[index] ?? null;
      });
    }
    data[responseKey] = list;
  }
  for (const [{ places }, answer] of answers) {
    for (const error of answer.errors ?? []) {
      const [key, index, ...rest] = error.path ?? [];
      const field = fields.find(({ responseKey }) => responseKey === key);
      const place = field && typeof index === 'number' ? places.get(field.variable)?.[index] : undefined;
      errors.push(place === undefined ? error : moved(error, [key as string, place, ...rest]));
    }
  }
  return { data, ...(errors.length > 0 && { errors }) };
}

/** Executes an operation in parts of at most so many representations in each field. */
export async function inParts(
  document: DocumentNode,
  variables: Variables,
  most: number,
  run: (variables: Variables) => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const lengths = entityFields(document).map((it) => representationsIn(variables, it.variable).length);
  const longest = Math.max(0, ...lengths);
  if (longest <= most) return run(variables);
  const answers: [Chosen, ExecutionResult][] = [];
  for (let start = 0; start < longest; start += most) {
    const part = choose(document, variables, (_, place) => place >= start && place < start + most);
    answers.push([part, await run(part.variables)]);
  }
  return placed(document, variables, answers);
}

function moved(error: GraphQLError, path: readonly (string | number)[]): GraphQLError {
  return new GraphQLError(error.message, { path, extensions: error.extensions });
}
