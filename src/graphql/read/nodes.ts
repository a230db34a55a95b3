import type { SelectionSetNode } from 'graphql';
import { badInput } from '../errors.js';
import { type GlobalId, requireId } from '../ids.js';
import type { Bindable } from './bindable.js';
import { type Wanted, wantedBy } from './entities.js';
import { type EntityKeys, isAdded, keyName } from './extensions.js';
import type { ObjectCompiler } from './object-compiler.js';
import { join, raw, type Sql, sql } from './sql.js';

/** The maximum number of ids in one `nodes` field, and of references in one `_entities` field. */
export const maxNodes = 100;

/** The statement of the field `node`. */
export function compileNode(
  compiler: ObjectCompiler,
  id: Bindable<GlobalId>,
  sets: readonly SelectionSetNode[],
): Sql {
  const { model, request } = compiler;
  const { prefix } = id.at(request.variables);
  compiler.onlyIf(id, (other) => other.prefix === prefix);
  const type = model.nodeType(prefix);
  if (!type) return sql`select null as data`;
  const row = compiler.rowOf(type);
  const key = compiler.bound(id, ({ uuid }) => model.leadsTo(type, sql`${uuid}::uuid`));
  return sql`select ${compiler.object(type, row, sets, { tag: true, alone: true })}::text as data
    from ${row.source} where ${row.column('id')} = ${key}`;
}

/** The statement of the field `nodes`. */
export function compileNodes(
  compiler: ObjectCompiler,
  ids: readonly string[],
  sets: readonly SelectionSetNode[],
): Sql {
  refuseTooMany(ids, 'ids');
  const wanted = ids.map((id, place) => {
    const { prefix, uuid } = requireId(id, ['ids', String(place)]);
    const type = compiler.model.nodeType(prefix);
    return type && { type, key: 'id', value: uuid };
  });
  return compileList(compiler, wanted, sets);
}

/** The statement of the field `_entities`. */
export function compileEntities(
  compiler: ObjectCompiler,
  representations: readonly unknown[],
  keys: EntityKeys,
  sets: readonly SelectionSetNode[],
): Sql {
  refuseTooMany(representations, 'representations');
  const wanted = representations.map((it) => wantedBy(it, keys, compiler.model));
  return compileList(compiler, wanted, sets);
}

/** The statement that reads objects of any types, in the order of `wanted`; null where nothing is found. */
function compileList(
  compiler: ObjectCompiler,
  wanted: readonly (Wanted | undefined)[],
  sets: readonly SelectionSetNode[],
): Sql {
  const groups = Map.groupBy(
    wanted.flatMap((it, place) => (it ? { ...it, place } : [])),
    ({ type, key }) => `${type.name} ${keyName(key)}`,
  );
  const parts = [...groups.values()].map((group) => {
    const { type, key } = group[0] as Wanted;
    const row = compiler.rowOf(type);
    const places = group.map((it) => it.place);
    const values = group.map((it) => it.value);
    const cast = raw(key === 'id' ? 'uuid[]' : 'text[]');
    const [column, sought] = isAdded(key)
      ? ['id', key.find(raw('w.key'))]
      : [key, key === 'id' ? compiler.model.leadsTo(type, raw('w.key')) : raw('w.key')];
    return sql`select w.place, ${compiler.object(type, row, sets, { tag: true })} as node
      from unnest(${places}::int[], ${values}::${cast}) w(place, key)
      join ${row.source} on ${row.column(column)} = ${sought}`;
  });
  const found =
    parts.length > 0 ? join(parts, ' union all ') : raw('select null::int as place, null::json as node');
  return sql`select coalesce(json_agg(f.node order by s.place), '[]')::text as data
    from generate_series(0, ${wanted.length - 1}::int) s(place) left join (${found}) f on f.place = s.place`;
}

function refuseTooMany(all: readonly unknown[], argument: string): void {
  if (all.length <= maxNodes) return;
  const text = {
    fr: `Au plus ${maxNodes} identifiants à la fois : faites plusieurs requêtes.`,
    en: `At most ${maxNodes} ids are allowed: use several requests.`,
  };
  throw badInput(text, [argument]);
}
