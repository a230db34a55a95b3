import { Arg, Ctx, Field, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { databaseRoleOf } from '../../access/viewer.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { register } from './beneficiary.commands.js';
import { RegisterBeneficiaryInput } from './beneficiary.inputs.js';
import { Beneficiary } from './beneficiary.js';

const RegisterBeneficiaryPayload = payloadOf('registerBeneficiary', 'beneficiary', () => Beneficiary);
Field(() => [Beneficiary], {
  description:
    'Who may be the same person as the one shown, among those whom the viewer’s partner sees; empty when nobody is shown.',
})(RegisterBeneficiaryPayload.prototype, 'suspectedDuplicates');

const what = { description: 'What to do.' };

@Resolver()
export class BeneficiaryMutations {
  @Mutation(() => RegisterBeneficiaryPayload, {
    description:
      'Registers a person; the viewer’s partner answers for the file. With ALREADY_KNOWN, the payload shows the file if the viewer’s partner may see it; otherwise nothing, and `requestLink` is the way on. Many such answers in a day are followed by LIMITED.',
  })
  async registerBeneficiary(
    @Arg('input', () => RegisterBeneficiaryInput, what) input: RegisterBeneficiaryInput,
    @Ctx() context: Context,
  ) {
    const outcome = await runCommand(context, 'registerBeneficiary', input, (command) =>
      register(command, input, context.secret),
    );
    return {
      ...(await payload('beneficiary', Promise.resolve(outcome))),
      suspectedDuplicates: await suspectedDuplicates(context, outcome.id),
    };
  }
}

/** The keys of those who may be the person with the given key, as far as the viewer sees them. */
async function suspectedDuplicates({ database, viewer }: Context, person: unknown): Promise<string[]> {
  if (!person) return [];
  const statement = { text: 'select merges.suspected($1) as id', values: [person] };
  const [rows = []] = await database.reader.read<{ id: string }>(databaseRoleOf(viewer), [statement]);
  return rows.map(({ id }) => id);
}
