import { subjectWords } from '../../copy/figures.js';
import { releaseWords } from '../../copy/releases.js';
import { useCommand } from '../../hub/command.js';
import type { AnalysisSubject } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { Pair } from '../../kit/command-form.js';
import { optionsOf, ParagraphField, SelectField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';

const ReviseYear = graphql(/* GraphQL */ `
  mutation ReviseYear($input: ReviseYearInput!) {
    reviseYear(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface ReviseYearDialogProps {
  /** The closed years, the latest first. */
  readonly years: readonly string[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Corrects the final figures of a subject in a closed year. */
export function ReviseYearDialog({ years, isOpen, onClose }: ReviseYearDialogProps) {
  const text = useWords(releaseWords);
  const subjects = useWords(subjectWords);
  const command = useCommand(ReviseYear);
  const form = useForm(
    { year: years[0] ?? '', subject: 'PATHWAYS' as AnalysisSubject, reason: '' },
    ['year', 'reason'],
    command.result,
  );
  const { year, subject, reason } = form.values;
  const run = () => command.run({ input: { year: Number(year), subject, reason, idempotencyKey: form.key } });
  return (
    <CommandDialog
      title={text.revise}
      action={text.reviseIt}
      done={text.reviseDone}
      kind="danger"
      {...{ isOpen, onClose, form, command, run }}
    >
      <p>{text.reviseWhat}</p>
      <Pair>
        <SelectField
          label={text.year}
          options={years.map((it) => [it, it] as const)}
          {...form.field('year')}
        />
        <SelectField label={text.subject} options={optionsOf(subjects)} {...form.field('subject')} />
      </Pair>
      <ParagraphField
        label={text.reason}
        hint={text.reasonHint}
        required
        maxLength={500}
        {...form.field('reason')}
      />
    </CommandDialog>
  );
}
