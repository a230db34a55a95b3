import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { Variables } from './bindable.js';
import { fragmentsOf } from './selection.js';

/**
 * An operation of a document, for all requests with the same selected fields and the same lengths of lists. What depends
 * only on these is computed once for each shape.
 */
export interface Shape {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

interface Shapes {
  readonly fragments: Shape['fragments'];
  /** The names of the variables that decide the selected fields and the lengths of lists. */
  readonly variables: readonly string[];
  readonly known: Map<string, Shape>;
}

/** The maximum number of shapes that are kept for a document. */
const most = 100;

/** Kept as long as the document. */
const ofDocument = new WeakMap<DocumentNode, Shapes>();

/** The shape of an operation with these variables. */
export function shapeOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  values: Variables,
): Shape {
  let shapes = ofDocument.get(document);
  if (!shapes) {
    shapes = { fragments: fragmentsOf(document), variables: shapingVariables(document), known: new Map() };
    ofDocument.set(document, shapes);
  }
  const { fragments, variables, known } = shapes;
  const key = JSON.stringify([operation.name?.value, ...variables.map((name) => part(values[name]))]);
  let shape = known.get(key);
  if (!shape) {
    if (known.size >= most) known.clear();
    shape = { operation, fragments };
    known.set(key, shape);
  }
  return shape;
}

/** What a variable contributes to the shape: a list its length, as for `ids`. */
function part(value: unknown): unknown {
  return Array.isArray(value) ? [value.length] : [value];
}

/** The arguments that decide the length of a list or of a count. */
const lengths = new Set(['first', 'last', 'ids', 'limit']);

function shapingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: args = [] }) => {
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
    Argument: ({ name, value }) => {
      if (lengths.has(name.value) && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
