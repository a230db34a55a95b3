import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../access/context.js';
import { perform } from '../acts/act.js';
import { payload, payloadOf } from '../acts/payload.js';
import { register } from './beneficiary.commands.js';
import { RegisterBeneficiaryInput } from './beneficiary.inputs.js';
import { Beneficiary } from './beneficiary.js';

const RegisterBeneficiaryPayload = payloadOf('registerBeneficiary', 'beneficiary', () => Beneficiary);

const what = { description: 'What to do.' };

@Resolver()
export class BeneficiaryMutations {
  @Mutation(() => RegisterBeneficiaryPayload, {
    description:
      'Registers a person; the viewer’s partner answers for the file. With ALREADY_KNOWN, the payload shows the file if the viewer’s partner may see it; otherwise nothing, and `requestLink` is the way on. Many such answers in a day are followed by LIMITED.',
  })
  registerBeneficiary(
    @Arg('input', () => RegisterBeneficiaryInput, what) input: RegisterBeneficiaryInput,
    @Ctx() context: Context,
  ) {
    return payload(
      'beneficiary',
      perform(context, 'registerBeneficiary', input, (act) => register(act, input, context.secret)),
    );
  }
}
