import { Arg, Ctx, Field, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../access/context.js';
import { sessionOf } from '../access/viewer.js';
import { perform } from '../acts/act.js';
import { payload, payloadOf } from '../acts/payload.js';
import { recordAgreement, register, withdraw } from './beneficiary.commands.js';
import {
  RecordSharingAgreementInput,
  RegisterBeneficiaryInput,
  WithdrawSharingInput,
} from './beneficiary.inputs.js';
import { Beneficiary } from './beneficiary.js';
import { Sharing } from './sharing.js';

const RegisterBeneficiaryPayload = payloadOf('registerBeneficiary', 'beneficiary', () => Beneficiary);
Field(() => [Beneficiary], {
  description:
    'Who may be the same person as the one shown, among those whom the viewer’s partner sees; empty when nobody is shown.',
})(RegisterBeneficiaryPayload.prototype, 'suspectedDuplicates');
const RecordSharingAgreementPayload = payloadOf('recordSharingAgreement', 'sharing', () => Sharing);
const WithdrawSharingPayload = payloadOf('withdrawSharing', 'sharing', () => Sharing);

const what = { description: 'What to do.' };

@Resolver()
export class BeneficiaryMutations {
  @Mutation(() => RegisterBeneficiaryPayload, {
    description:
      'Registers a person; the viewer’s partner answers for the file. With ALREADY_KNOWN, the payload shows the file if the viewer’s partner may see it.',
  })
  async registerBeneficiary(
    @Arg('input', () => RegisterBeneficiaryInput, what) input: RegisterBeneficiaryInput,
    @Ctx() context: Context,
  ) {
    const outcome = await perform(context, 'registerBeneficiary', input, (act) =>
      register(act, input, context.secret),
    );
    return {
      ...(await payload('beneficiary', Promise.resolve(outcome))),
      suspectedDuplicates: await suspectedDuplicates(context, outcome.id),
    };
  }

  @Mutation(() => RecordSharingAgreementPayload, {
    description:
      'Records that a person agreed to share the file with a partner, within the viewer’s own access.',
  })
  recordSharingAgreement(
    @Arg('input', () => RecordSharingAgreementInput, what) input: RecordSharingAgreementInput,
    @Ctx() context: Context,
  ) {
    return payload('sharing', perform(context, 'recordSharingAgreement', input, recordAgreement));
  }

  @Mutation(() => WithdrawSharingPayload, {
    description:
      'Ends a sharing at once, for the person who withdraws. For the partner that has it, the one that granted it and the referent. A referral that rests on it is called off.',
  })
  withdrawSharing(
    @Arg('input', () => WithdrawSharingInput, what) input: WithdrawSharingInput,
    @Ctx() context: Context,
  ) {
    return payload('sharing', perform(context, 'withdrawSharing', input, withdraw));
  }
}

/** The keys of those who may be the person with the given key, as far as the viewer sees them. */
async function suspectedDuplicates({ database, viewer }: Context, person: unknown): Promise<string[]> {
  if (!person) return [];
  const statement = { text: 'select merges.suspected($1) as id', values: [person] };
  const [rows = []] = await database.reader.read<{ id: string }>(sessionOf(viewer), [statement]);
  return rows.map(({ id }) => id);
}
