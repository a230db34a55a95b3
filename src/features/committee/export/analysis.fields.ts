import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Analysis } from '../analysis/analysis.js';
import { analysisCsv } from './tables.js';

@Resolver(() => Analysis)
export class AnalysisExport {
  @FieldResolver(() => String, {
    description:
      'The answer as CSV for a French Excel: semicolons, UTF-8 with its mark, withheld cells as a word, no cell that could be a formula.',
  })
  csv(@Root() analysis: Analysis): string {
    return analysisCsv(analysis);
  }
}
