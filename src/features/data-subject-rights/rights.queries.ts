import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { Costs } from '../../graphql/costs.js';
import { keyOf } from '../../graphql/ids.js';
import { AccessSheet, accessSheet } from './access-sheet.js';
import { exportFile, PersonFile } from './export.js';
import { workOfRights } from './work.js';

const audience = 'For caseworkers, administrators and the data protection officer of the referent';

@Resolver()
export class RightsQueries {
  @Query(() => AccessSheet, {
    nullable: true,
    description: `Who may see a person’s file, and who accessed it. ${audience}; null for all others.`,
  })
  @Costs(workOfRights.sheet)
  async accessSheet(
    @Arg('beneficiary', () => ID, { description: 'The person.' }) beneficiary: string,
    @Ctx() context: Context,
  ): Promise<AccessSheet | null> {
    const person = keyOf('Beneficiary', beneficiary, ['beneficiary']);
    return person ? accessSheet(person, context) : null;
  }

  @Query(() => PersonFile, {
    nullable: true,
    description: `All data about a person, as JSON with its JSON Schema. ${audience}; null for all others.`,
  })
  @Costs(workOfRights.file)
  async exportFile(
    @Arg('beneficiary', () => ID, { description: 'The person.' }) beneficiary: string,
    @Ctx() context: Context,
  ): Promise<PersonFile | null> {
    const person = keyOf('Beneficiary', beneficiary, ['beneficiary']);
    return person ? exportFile(person, context) : null;
  }
}
