import { questionWords } from '../../copy/questions.js';
import { useCommand } from '../../hub/command.js';
import type { AnalysisInput } from '../../hub/gql/graphql.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { CheckField, TextField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';

const SaveAnalysis = graphql(/* GraphQL */ `
  mutation SaveAnalysis($input: SaveAnalysisInput!) {
    saveAnalysis(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface SaveQuestionDialogProps {
  readonly input: AnalysisInput;
  /** The title that is proposed. */
  readonly sentence: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const longestTitle = 200;

/** Saves the question that was asked. */
export function SaveQuestionDialog({ input, sentence, isOpen, onClose }: SaveQuestionDialogProps) {
  const text = useWords(questionWords);
  const command = useCommand(SaveAnalysis);
  const form = useForm({ title: sentence.slice(0, longestTitle), shared: false }, ['title'], command.result);
  const run = () => command.run({ input: { ...form.values, question: input, idempotencyKey: form.key } });
  return (
    <CommandDialog
      title={text.saveTitle}
      action={text.save}
      done={text.saved}
      {...{ isOpen, onClose, form, command, run }}
    >
      <p>{text.saveWhat}</p>
      <TextField label={text.name} required maxLength={longestTitle} {...form.field('title')} />
      <CheckField label={text.share} {...form.field('shared')} />
    </CommandDialog>
  );
}
