import { type FieldNode, type GraphQLField, type GraphQLObjectType, getNamedType, Kind } from 'graphql';
import { badInput, type ClientError } from '../errors.js';
import type { Bindable, Variables } from './bindable.js';
import { beyond, type Cursor, cursorOf, parseCursor } from './cursor.js';
import { personKey, searchKey } from './disclosed.js';
import { type AskedPage, cursorChecks, type Frame, type Page } from './frame.js';
import type { Asked, ObjectCompiler } from './object-compiler.js';
import { type Order, orderList } from './order.js';
import type { Row } from './row.js';
import { type PersonSearch, showsRows } from './search.js';
import { below, type Selected, select } from './selection.js';
import { all, identifier, join, jsonObject, literal, raw, type Sql, sql } from './sql.js';
import { unionPage, unionRows } from './union.js';

/** The maximum number of objects on a page. */
export const maxPage = 100;

/** The maximum of the argument `limit` of `countUpTo`. */
export const maxCount = 10_000;

/**
 * A JSON expression for a connection. One sub-query reads the page in keyset order. It reads one extra row only
 * when the client asks whether there is another page. Rows are counted only when a count is selected.
 */
export function compileConnection(
  compiler: ObjectCompiler,
  type: GraphQLObjectType,
  given: Bindable<Asked>,
  nodes: readonly [FieldNode, ...FieldNode[]],
): Sql {
  const asked = askedPage(compiler, type, given, nodes[0]);
  const { query, search, page } = asked.at(compiler.request.variables);
  const order = query.order as Order;
  const row = compiler.row(query.of);
  const selected = select(compiler.request, type, below(nodes));
  const info = pageInfoFields(compiler, type, selected);

  const oneMore = info.has(page.backward ? 'hasPreviousPage' : 'hasNextPage');
  const total = info.has(page.backward ? 'startCursor' : 'endCursor');
  const ranked = page.backward || oneMore || info.has('startCursor') || info.has('endCursor');
  const onPage = oneMore ? sql` filter (where ${raw(row.alias)}.rank <= ${raw(String(page.size))})` : raw('');

  const names = new Set([...selected.values()].map(([node]) => node.name.value));
  const rowsShown = [...names].some(showsRows);
  // The audit and the client need the same count: it is computed once.
  const counts = names.has('totalCount') || names.has('countUpTo');
  const counted = search && !search.byPlace && counts ? compiler.alias() : undefined;
  const frame: Frame = { compiler, type, asked, query, order, page, row, onPage, counted };
  const parts = [
    ...searchMarker(frame, search, rowsShown),
    ...endPersonMarkers(frame, info),
    ...[...selected].map(([key, nodes]) => sql`${connectionField(frame, nodes)} as ${identifier(key)}`),
  ];
  // All other fields do not depend on the rows of the page; with the rows, they would be repeated for each row.
  const readsPage =
    oneMore || info.has('startCursor') || info.has('endCursor') || rowsShown || search?.byPlace;
  if (!readsPage) return withCount(frame, jsonObject(parts));

  let rows = pageRows(frame, page.size + (oneMore ? 1 : 0));
  if (ranked) {
    const ofAll = raw(total ? ', count(*) over () as total' : '');
    rows = sql`(select ${row.columns}, row_number() over () as rank${ofAll} from ${rows}) ${raw(row.alias)}`;
  }
  return withCount(frame, jsonObject(parts, sql`from ${rows}`));
}

/** The page that the arguments ask for. Other arguments have the same statement if only their values differ. */
function askedPage(
  compiler: ObjectCompiler,
  type: GraphQLObjectType,
  rows: Bindable<Asked>,
  node: FieldNode,
): Bindable<AskedPage> {
  const asked = compiler.derived(rows, (it, variables) => {
    const { order, of } = it.query;
    if (!order) throw new Error(`${type.name} needs an order`);
    compiler.model.checkOrder(order, of);
    return { ...it, page: pageOf(variables, order, it.args, node) };
  });
  const structure = structureOf(asked.at(compiler.request.variables));
  compiler.onlyIf(asked, (other) => structureOf(other).every((it, index) => it === structure[index]));
  return asked;
}

/** What decides the text of the statement, apart from the conditions on rows. */
function structureOf({ query, search, page }: AskedPage): unknown[] {
  const { size, backward, after, before } = page;
  return [
    ...[query.of, query.order?.name, query.persons !== undefined],
    query.found?.inOrder !== undefined,
    ...[query.parts?.length, ...(query.parts ?? []).flatMap((part) => [part.of, part.by])],
    ...[size, backward, after !== undefined, before !== undefined],
    ...[search !== undefined, search?.byPlace],
  ];
}

function outOfRange(argument: string, most: number): ClientError {
  return badInput(
    {
      fr: `\`${argument}\` doit être entre 1 et ${most}.`,
      en: `\`${argument}\` must be between 1 and ${most}.`,
    },
    [argument],
  );
}

function pageOf(variables: Variables, order: Order, args: Record<string, unknown>, node: FieldNode): Page {
  const backward = args['last'] != null;
  // `args.first` holds the schema's default when `first` is not written or its variable is not given.
  const first = node.arguments?.find((it) => it.name.value === 'first')?.value;
  const given = first && (first.kind !== Kind.VARIABLE || Object.hasOwn(variables, first.name.value));
  if (backward && given && args['first'] != null)
    throw badInput(
      {
        fr: 'Utilisez soit `first`, soit `last`, pas les deux.',
        en: 'Use either `first` or `last`, not both.',
      },
      ['first'],
    );
  const name = backward ? 'last' : 'first';
  const size = (args[name] as number | null | undefined) ?? 20;
  if (size < 1 || size > maxPage) throw outOfRange(name, maxPage);
  const cursor = (argument: 'after' | 'before') =>
    args[argument] == null ? undefined : parseCursor(order, args[argument] as string, argument);
  return { size, backward, after: cursor('after'), before: cursor('before') };
}

/** The names of the selected fields of `pageInfo`, from all places where it is selected. */
function pageInfoFields(compiler: ObjectCompiler, type: GraphQLObjectType, selected: Selected): Set<string> {
  const names = [...selected.values()]
    .filter(([node]) => node.name.value === 'pageInfo')
    .flatMap((nodes) => [...select(compiler.request, fieldType(type, 'pageInfo'), below(nodes)).values()])
    .map(([node]) => node.name.value);
  return new Set(names);
}

function fieldOf(type: GraphQLObjectType, field: string): GraphQLField<unknown, unknown> {
  const found = type.getFields()[field];
  if (!found) throw new Error(`${type.name} has no field ${field}`);
  return found;
}

function fieldType(type: GraphQLObjectType, field: string): GraphQLObjectType {
  return getNamedType(fieldOf(type, field).type) as GraphQLObjectType;
}

/** The rows of the page in keyset order, with the columns that the fields compiled so far use. */
function pageRows(frame: Frame, limit: number): Sql {
  const { compiler, asked, order, page, query, row } = frame;
  if (query.parts) return unionPage(frame, limit);
  const isInOrder = !page.backward && query.found?.inOrder !== undefined;
  // The row whose columns give its place in the list.
  const place = isInOrder ? compiler.row(query.of) : row;
  const list = orderList(order, place, page.backward);
  const from = compiler.bound(asked, (it) => {
    const { found, where } = it.query;
    const rows = isInOrder
      ? sql`(${found?.inOrder}) ${raw(place.alias)} join ${row.source} on ${row.column('id')} = ${place.column('id')}`
      : source(frame, row);
    const conditions = all([
      ...cursorChecks(it),
      ...where.map((condition) => condition(row)),
      isInOrder ? undefined : found?.where(row),
      it.page.after && beyond(order, place, it.page.after, 'after'),
      it.page.before && beyond(order, place, it.page.before, 'before'),
    ]);
    return sql`from ${rows} where ${conditions}`;
  });
  return sql`(select ${row.columns} ${from} order by ${list} limit ${raw(String(limit))}) ${raw(row.alias)}`;
}

/** The conditions of the whole list. */
function conditionsOf({ query }: AskedPage, row: Row): (Sql | undefined)[] {
  return [...query.where.map((it) => it(row)), query.found?.where(row)];
}

function connectionField(frame: Frame, nodes: readonly [FieldNode, ...FieldNode[]]): Sql {
  const { compiler, type, row, order } = frame;
  const name = nodes[0].name.value;
  switch (name) {
    case 'totalCount':
      return count(frame);
    case 'countUpTo':
      return countUpTo(frame, nodes[0]);
    case 'nodes':
      return list(frame, compiler.object(fieldType(type, 'nodes'), row, below(nodes)));
    case 'edges': {
      const edge = fieldType(type, 'edges');
      const shown = fieldType(edge, 'node');
      const parts = [...select(compiler.request, edge, below(nodes))].map(([key, same]) => {
        const part = same[0].name.value;
        if (part === 'cursor') return sql`${cursorOf(order, row)} as ${identifier(key)}`;
        if (part !== 'node') return sql`${literal(edge.name)} as ${identifier(key)}`;
        return sql`${compiler.object(shown, row, below(same))} as ${identifier(key)}`;
      });
      // A cursor contains values of the row, so it discloses the person even when no node is selected.
      return list(frame, jsonObject([...compiler.personMarker(shown, row), ...parts]));
    }
    case 'pageInfo': {
      const info = fieldType(type, 'pageInfo');
      const parts = [...select(compiler.request, info, below(nodes))].map(
        ([key, [node]]) => sql`${literal(key)}, ${pageInfoField(frame, node.name.value, info.name)}`,
      );
      // `json_build_object` keeps the aggregates on the query level of the page; a sub-select would start a new level.
      return sql`json_build_object(${join(parts)})`;
    }
    default:
      return literal(type.name);
  }
}

/** The items of the page in list order, also when the page was read from the end. */
function list({ page, row, onPage }: Frame, item: Sql): Sql {
  const order = raw(page.backward ? ` order by ${row.alias}.rank desc` : '');
  return sql`coalesce(json_agg(${item}${order})${onPage}, '[]')`;
}

/** The expression with a WITH clause for the count that its parts share, if they do. */
function withCount(frame: Frame, json: Sql): Sql {
  const { counted } = frame;
  if (!counted) return json;
  return sql`(with ${raw(counted)} as materialized (select ${countAll(frame)} as n) select ${json})`;
}

/** The FROM item of the list's rows, under the alias of `row`. */
function source(frame: Frame, row: Row): Sql {
  return frame.query.parts ? unionRows(frame, row) : row.source;
}

function count(frame: Frame): Sql {
  return frame.counted ? sql`(select n from ${raw(frame.counted)})` : countAll(frame);
}

/**
 * The hidden key with the number of persons that a search found, for the audit. It counts the whole list when the
 * client gets the total count or no rows; otherwise the rows on the page. A start position in the list counts as a
 * search only when no rows are returned from there, or none are found.
 */
function searchMarker(frame: Frame, search: PersonSearch | undefined, rowsShown: boolean): Sql[] {
  if (!search) return [];
  const onPage = sql`count(*)${frame.onPage}`;
  const found = search.byPlace
    ? rowsShown
      ? sql`case when count(*) = 0 then 0 end`
      : onPage
    : rowsShown && !frame.counted
      ? onPage
      : count(frame);
  return [sql`${found} as ${identifier(searchKey)}`];
}

function countAll(frame: Frame): Sql {
  return sql`(select count(*) ${allRows(frame)})`;
}

/** The count of all rows, at most the argument `limit`. */
function countUpTo(frame: Frame, node: FieldNode): Sql {
  const { compiler, type } = frame;
  const args = compiler.arguments(fieldOf(type, 'countUpTo'), node);
  const limit = compiler.bound(args, (it) => {
    const limit = it['limit'] as number;
    if (limit < 1 || limit > maxCount) throw outOfRange('limit', maxCount);
    return sql`${limit}::int`;
  });
  if (frame.counted) return sql`least(${count(frame)}, ${limit})`;
  return sql`(select count(*) from (select ${allRows(frame)} limit ${limit}) c)`;
}

/** The FROM and WHERE clauses of all rows of the list, for a count. */
function allRows(frame: Frame): Sql {
  const { compiler, asked, query } = frame;
  const row = compiler.row(query.of);
  const rows = source(frame, row);
  const persons = raw(query.persons ? compiler.alias() : '');
  const from = query.persons
    ? sql`(${query.persons.keys}) ${persons}(id) join ${rows} on ${query.persons.of(row)} = ${persons}.id`
    : rows;
  const where = compiler.bound(asked, (it) => all(conditionsOf(it, row)));
  return sql`from ${from} where ${where}`;
}

function pageInfoField(frame: Frame, name: string, typeName: string): Sql {
  const { page } = frame;
  switch (name) {
    case 'hasNextPage':
      return page.backward ? onFarSide(frame, 'before') : beyondPage(page);
    case 'hasPreviousPage':
      return page.backward ? beyondPage(page) : onFarSide(frame, 'after');
    case 'startCursor':
      return cursorAt(frame, page.backward ? 'last' : 'first');
    case 'endCursor':
      return cursorAt(frame, page.backward ? 'first' : 'last');
    default:
      return literal(typeName);
  }
}

/** Whether more rows were found than fit on the page. */
function beyondPage(page: Page): Sql {
  return sql`count(*) > ${raw(String(page.size))}`;
}

/** Whether there are rows on the other side of the cursor. The row of the cursor itself counts. */
function onFarSide(frame: Frame, side: 'after' | 'before'): Sql {
  if (!frame.page[side]) return raw('false');
  const { compiler, asked, query, order } = frame;
  const row = compiler.row(query.of);
  const conditions = compiler.bound(
    asked,
    (it) =>
      sql`${all([...cursorChecks(it), ...conditionsOf(it, row)])} and not ${beyond(order, row, it.page[side] as Cursor, side)}`,
  );
  return sql`exists (select from ${source(frame, row)} where ${conditions})`;
}

/** The cursor of the first or last row of the page in the order of reading; null on an empty page. */
function cursorAt(frame: Frame, end: 'first' | 'last'): Sql {
  return at(frame, end, cursorOf(frame.order, frame.row));
}

/** A text of the first or last row of the page in the order of reading; null on an empty page. */
function at({ row, page }: Frame, end: 'first' | 'last', text: Sql): Sql {
  const rank = raw(end === 'first' ? '1' : `least(${page.size}, ${row.alias}.total)`);
  return sql`max(${text}) filter (where ${raw(row.alias)}.rank = ${rank})`;
}

/** The hidden keys with the persons of the first and last row, when `pageInfo` selects their cursors. */
function endPersonMarkers(frame: Frame, info: ReadonlySet<string>): Sql[] {
  const { compiler, type, page, row } = frame;
  const person = compiler.model.person(fieldType(type, 'nodes'), row);
  if (!person) return [];
  const ends = [
    ['startCursor', page.backward ? 'last' : 'first'],
    ['endCursor', page.backward ? 'first' : 'last'],
  ] as const;
  return ends
    .filter(([name]) => info.has(name))
    .map(([, end]) => sql`${at(frame, end, sql`(${person})::text`)} as ${identifier(personKey)}`);
}
