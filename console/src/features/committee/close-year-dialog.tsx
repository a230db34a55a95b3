import { releaseWords } from '../../copy/releases.js';
import { useCommand } from '../../hub/command.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { SelectField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';

const CloseYear = graphql(/* GraphQL */ `
  mutation CloseYear($input: CloseYearInput!) {
    closeYear(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface CloseYearDialogProps {
  /** The years that can be closed, the latest first. */
  readonly years: readonly string[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes the figures of a year final. */
export function CloseYearDialog({ years, isOpen, onClose }: CloseYearDialogProps) {
  const text = useWords(releaseWords);
  const command = useCommand(CloseYear);
  const form = useForm({ year: years[0] ?? '' }, ['year'], command.result);
  const run = () => command.run({ input: { year: Number(form.values.year), idempotencyKey: form.key } });
  return (
    <CommandDialog
      title={text.closeTitle}
      action={text.closeIt}
      done={text.closeDone}
      kind="danger"
      {...{ isOpen, onClose, form, command, run }}
    >
      <p>{text.closeWhat}</p>
      <SelectField
        label={text.year}
        options={years.map((year) => [year, year] as const)}
        {...form.field('year')}
      />
    </CommandDialog>
  );
}
