import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../../commands/creating-input.js';
import { Id, Line } from '../../../commands/input-rules.js';
import { AnalysisInput } from '../analysis/analysis.js';

@InputType({ description: 'A question to keep.' })
export class SaveAnalysisInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'What it asks, for people, at most 200 characters.' })
  title!: string;

  @Field(() => AnalysisInput, { description: 'The question; refused unless its choices fit together.' })
  question!: AnalysisInput;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the whole committee sees it.' })
  shared!: boolean;
}

/** What an act on a saved question names. */
@InputType({ description: 'What an act on a saved question names.' })
export abstract class SavedAnalysisActInput {
  @Id()
  @Field(() => ID, { description: 'The saved question.' })
  savedAnalysis!: string;
}

@InputType({ description: 'A saved question to share, or to keep to oneself again.' })
export class ShareAnalysisInput extends SavedAnalysisActInput {
  @Field(() => Boolean, { description: 'Whether the whole committee is to see it.' })
  shared!: boolean;
}

@InputType({ description: 'A saved question to delete.' })
export class DeleteSavedAnalysisInput extends SavedAnalysisActInput {}
