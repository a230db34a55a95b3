import { type FieldNode, GraphQLError, type GraphQLObjectType, isNonNullType } from 'graphql';
import type { Statement } from '../../database/reader.js';
import type { Variables } from './bindable.js';
import { Compiler } from './compile.js';
import { isRead } from './extensions.js';
import type { ReadModel } from './model.js';
import { select } from './selection.js';
import type { Shape } from './shape.js';
import { StatementTemplate } from './sql.js';

/** A root field of a plan. */
interface PlannedField {
  /** The response key, as JSON. */
  readonly key: string;
  readonly isNonNull: boolean;
  readonly template: StatementTemplate;
}

/** The compiled statements of a query, with which it is answered without the executor. */
export interface Plan {
  readonly fields: readonly PlannedField[];
  /** The distinct names of the root fields. */
  readonly operation: string;
  /** Whether a statement may return null for a non-null field (see `non-null.ts`). */
  readonly mayViolateNonNull: boolean;
  /** Whether requests with other variables can use it. */
  readonly isReusable: boolean;
  /** The statements for the variables of another request; undefined when they need another plan. */
  bind(variables: Variables): Statement[] | undefined;
}

/**
 * Compiles the plan of a query; undefined when the executor must run it: for introspection, and for an invalid
 * argument, whose error gets its path there.
 */
export function compilePlan(
  model: ReadModel,
  { operation, fragments }: Shape,
  variables: Variables,
): Plan | undefined {
  const query = model.schema.getQueryType() as GraphQLObjectType;
  const request = { schema: model.schema, fragments, variables };
  const selected = [...select(request, query, [operation.selectionSet])];
  const compiler = new Compiler(model, request, false);
  const fields: PlannedField[] = [];
  for (const [key, nodes] of selected) {
    const field = query.getFields()[nodes[0].name.value];
    if (!field || !isRead(field)) return undefined;
    try {
      const template = new StatementTemplate(compiler.root(field, nodes));
      fields.push({ key: JSON.stringify(key), isNonNull: isNonNullType(field.type), template });
    } catch (error) {
      // A client error gets its path from the executor. Any other error is a bug and is thrown.
      if (error instanceof GraphQLError) return undefined;
      throw error;
    }
  }
  return {
    fields,
    operation: rootFields(selected.map(([, nodes]) => nodes)),
    mayViolateNonNull: compiler.mayViolateNonNull,
    isReusable: compiler.isReusable,
    bind(others) {
      if (others !== variables && !compiler.fits(others)) return undefined;
      const statements: Statement[] = [];
      for (const { template } of fields) {
        const statement = template.bind(others);
        if (!statement) return undefined;
        statements.push(statement);
      }
      return statements;
    },
  };
}

/** The distinct names of the root fields of an operation. */
export function rootFields(selected: Iterable<readonly [FieldNode, ...FieldNode[]]>): string {
  return [...new Set([...selected].map(([node]) => node.name.value))].sort().join(' ');
}

/** The maximum number of plans of a shape: they differ in filters and orders. */
const most = 20;

/** The plans of the hub's documents. They are the same for all viewers: their rights are applied by the database. */
export class Plans {
  readonly #ofShape = new WeakMap<Shape, Plan[]>();

  constructor(private readonly model: ReadModel) {}

  /**
   * The plan for a query with its statements; undefined when the executor must run it. A plan is compiled once for all
   * requests whose statements differ only in their values.
   */
  of(shape: Shape, variables: Variables): { plan: Plan; statements: readonly Statement[] } | undefined {
    try {
      return this.#known(shape, variables) ?? this.#compiled(shape, variables);
    } catch (error) {
      if (error instanceof GraphQLError) return undefined;
      throw error;
    }
  }

  #known(shape: Shape, variables: Variables) {
    for (const plan of this.#ofShape.get(shape) ?? []) {
      const statements = plan.bind(variables);
      if (statements) return { plan, statements };
    }
    return undefined;
  }

  #compiled(shape: Shape, variables: Variables) {
    const plan = compilePlan(this.model, shape, variables);
    const statements = plan?.bind(variables);
    if (!plan || !statements) return undefined;
    if (!plan.isReusable) return { plan, statements };
    const plans = this.#ofShape.get(shape) ?? [];
    if (plans.length === 0) this.#ofShape.set(shape, plans);
    if (plans.length >= most) plans.pop();
    plans.unshift(plan);
    return { plan, statements };
  }
}
