import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { addEvidence, endContract, openContract } from './contract.commands.js';
import {
  AddEligibilityEvidenceInput,
  EndClauseContractInput,
  OpenClauseContractInput,
} from './contract.inputs.js';
import { ClauseContract } from './contract.js';
import { EligibilityEvidence } from './evidence.js';

const OpenClauseContractPayload = payloadOf('openClauseContract', 'contract', () => ClauseContract);
const EndClauseContractPayload = payloadOf('endClauseContract', 'contract', () => ClauseContract);
const AddEligibilityEvidencePayload = payloadOf(
  'addEligibilityEvidence',
  'evidence',
  () => EligibilityEvidence,
);

const what = { description: 'What to do.' };

@Resolver()
export class ContractMutations {
  @Mutation(() => OpenClauseContractPayload, {
    description: 'Records a person’s contract under the clause. Needs a sharing of scope PATHWAY.',
  })
  openClauseContract(
    @Arg('input', () => OpenClauseContractInput, what) input: OpenClauseContractInput,
    @Ctx() context: Context,
  ) {
    return payload('contract', runCommand(context, 'openClauseContract', input, openContract));
  }

  @Mutation(() => EndClauseContractPayload, {
    description:
      'Says when a contract ends, or corrects it. For the partner that recorded it and the programme’s facilitators.',
  })
  endClauseContract(
    @Arg('input', () => EndClauseContractInput, what) input: EndClauseContractInput,
    @Ctx() context: Context,
  ) {
    return payload('contract', runCommand(context, 'endClauseContract', input, endContract));
  }

  @Mutation(() => AddEligibilityEvidencePayload, {
    description:
      'Records which document shows that the holder is eligible. For the partner that recorded the contract and the programme’s facilitators.',
  })
  addEligibilityEvidence(
    @Arg('input', () => AddEligibilityEvidenceInput, what) input: AddEligibilityEvidenceInput,
    @Ctx() context: Context,
  ) {
    return payload('evidence', runCommand(context, 'addEligibilityEvidence', input, addEvidence));
  }
}
