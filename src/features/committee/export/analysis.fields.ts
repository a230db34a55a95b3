import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.js';
import { Analysis } from '../analysis/analysis.js';
import { partnerNames } from '../directories.js';
import { analysisCsv, sumsIn } from './tables.js';

@Resolver(() => Analysis)
export class AnalysisExport {
  @FieldResolver(() => String, {
    description:
      'The answer as CSV for the French Excel: semicolons, UTF-8 with a byte order mark. Withheld cells contain a word. No cell can be read as a formula.',
  })
  async csv(@Root() analysis: Analysis, @Ctx() context: Context): Promise<string> {
    const hasSums = sumsIn(analysis).length > 0;
    return analysisCsv(analysis, hasSums ? await partnerNames(context) : new Map());
  }
}
