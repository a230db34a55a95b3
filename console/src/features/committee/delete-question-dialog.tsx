import { questionWords } from '../../copy/questions.js';
import { useCommand } from '../../hub/command.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';

const DeleteSavedAnalysis = graphql(/* GraphQL */ `
  mutation DeleteSavedAnalysis($input: DeleteSavedAnalysisInput!) {
    deleteSavedAnalysis(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface DeleteQuestionDialogProps {
  readonly question: { readonly id: string; readonly title: string };
  readonly onClose: () => void;
}

/** Deletes a saved question. */
export function DeleteQuestionDialog({ question: { id, title }, onClose }: DeleteQuestionDialogProps) {
  const text = useWords(questionWords);
  const command = useCommand(DeleteSavedAnalysis);
  const form = useForm({}, [], command.result);
  return (
    <CommandDialog
      title={text.deleteOf(title)}
      action={text.deleteIt}
      done={text.deleted}
      kind="danger"
      focusesAction
      isOpen
      run={() => command.run({ input: { savedAnalysis: id } })}
      {...{ onClose, form, command }}
    >
      <p>{text.deleteWhat}</p>
    </CommandDialog>
  );
}
