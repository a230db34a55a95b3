import { Field, ObjectType } from 'type-graphql';
import { databaseRoleOf } from '../../../access/viewer.js';
import type { Context } from '../../../context.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { ProtectionLevel } from './level.js';

@ObjectType({ description: 'How the committee’s figures are protected.' })
export class CommitteeProtection {
  @Field(() => ProtectionLevel, { description: 'The level.' })
  level!: ProtectionLevel;

  @Field(() => DateTimeScalar, { description: 'When the data protection officer of the town chose it.' })
  chosenAt!: Date | string;
}

/** The protection that counts; null until one is chosen. */
export async function currentProtection({
  database,
  viewer,
}: Pick<Context, 'database' | 'viewer'>): Promise<CommitteeProtection | null> {
  const text = `select level, chosen_at as "chosenAt" from committee_protection order by chosen_at desc limit 1`;
  const [[row] = []] = await database.reader.read(databaseRoleOf(viewer), [{ text, values: [] }]);
  return (row as unknown as CommitteeProtection | undefined) ?? null;
}
