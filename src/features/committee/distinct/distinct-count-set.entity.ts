import { Entity, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '../../../graphql/node.js';
import { DistinctCount } from './distinct-count.js';

/** The set of the hub's persons in a run whose values were sent, as keyed digests. Only `hub_system` reads it. */
@Entity({
  tableName: 'distinct_count_set',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'compare', command: 'select', roles: ['hub_system'], using: 'true' },
    { name: 'keep', command: 'insert', roles: ['hub_system'], check: 'true' },
    { name: 'forget', command: 'delete', roles: ['hub_system'], using: 'true' },
  ],
})
export class DistinctCountSet extends Node {
  @OneToOne(() => DistinctCount)
  count!: DistinctCount;

  @Property({ type: 'blob' })
  digests!: Buffer;
}
