import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Analysis } from '../analysis/analysis.js';
import { analysisCsv } from './tables.js';

@Resolver(() => Analysis)
export class AnalysisExport {
  @FieldResolver(() => String, {
    description:
      'The answer as CSV for the French Excel: semicolons, UTF-8 with a byte order mark. Withheld cells contain a word. No cell can be read as a formula.',
  })
  csv(@Root() analysis: Analysis): string {
    return analysisCsv(analysis);
  }
}
