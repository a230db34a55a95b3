import { useNavigate } from '@tanstack/react-router';
import { districtWords } from '../../copy/enums.js';
import { personsWords } from '../../copy/persons.js';
import { useCommand } from '../../hub/command.js';
import type { District } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';
import { Button } from '../../kit/button.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { Pair } from '../../kit/command-form.js';
import { SelectField, TextField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { isRefusedAs } from '../../kit/refusals.js';
import { today } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { districts } from './filters.js';
import { LinkRequestDialog } from './link-request-dialog.js';

const RegisterBeneficiary = graphql(/* GraphQL */ `
  mutation RegisterBeneficiary($input: RegisterBeneficiaryInput!) {
    registerBeneficiary(input: $input) {
      beneficiary {
        id
      }
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface RegisterDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Registers a person, and opens the file. When a partner knows the person already, it leads to the request for a link. */
export function RegisterDialog({ isOpen, onClose }: RegisterDialogProps) {
  const text = useWords(personsWords);
  const names = useWords(districtWords);
  const navigate = useNavigate();
  const command = useCommand(RegisterBeneficiary);
  const form = useForm(
    { firstName: '', lastName: '', birthDate: '', district: '' as District | '', informedOn: today() },
    ['firstName', 'lastName', 'birthDate', 'district', 'informedOn'],
    command.result,
  );
  const open = (id: string) => void navigate({ to: '/personnes/$id', params: { id }, search: {} });
  const run = async () => {
    const { district, ...values } = form.values;
    const ended = await command.run({
      input: { ...values, district: district as District, idempotencyKey: form.key },
    });
    if (ended.state === 'done' && ended.payload.beneficiary) open(ended.payload.beneficiary.id);
    return ended;
  };
  const { result } = command;
  const known = isRefusedAs(result, 'ALREADY_KNOWN');
  const file = result?.state === 'refused' ? result.payload.beneficiary?.id : undefined;
  const close = () => {
    onClose();
    command.reset();
    form.reset();
  };
  if (known && !file) return <LinkRequestDialog isOpen={isOpen} identity={form.values} onClose={close} />;
  return (
    <CommandDialog
      title={text.register}
      action={text.registerIt}
      done={text.registered}
      {...{ isOpen, onClose, form, command, run }}
    >
      <p>{text.registerIntro}</p>
      <Pair>
        <TextField label={text.firstName} required {...form.field('firstName')} />
        <TextField label={text.lastName} required {...form.field('lastName')} />
      </Pair>
      <Pair>
        <TextField label={text.birthDate} type="date" max={today()} required {...form.field('birthDate')} />
        <SelectField<District | ''>
          label={text.district}
          required
          options={[['', text.chooseDistrict], ...districts.map((it) => [it, names[it]] as const)]}
          {...form.field('district')}
        />
      </Pair>
      <TextField
        label={text.informedOn}
        hint={text.informedHint}
        type="date"
        max={today()}
        required
        {...form.field('informedOn')}
      />
      {file && (
        <p>
          <Button onPress={() => open(file)}>{text.openFile}</Button>
        </p>
      )}
    </CommandDialog>
  );
}
