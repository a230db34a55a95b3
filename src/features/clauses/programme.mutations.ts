import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { Company } from './company.js';
import { Lot } from './lot.js';
import { Procurement } from './procurement.js';
import { addCompany, addLot, addProcurement, openProgramme } from './programme.commands.js';
import {
  AddCompanyInput,
  AddLotInput,
  AddProcurementInput,
  OpenClauseProgrammeInput,
} from './programme.inputs.js';
import { ClauseProgramme } from './programme.js';

const OpenClauseProgrammePayload = payloadOf('openClauseProgramme', 'programme', () => ClauseProgramme);
const AddProcurementPayload = payloadOf('addProcurement', 'procurement', () => Procurement);
const AddLotPayload = payloadOf('addLot', 'lot', () => Lot);
const AddCompanyPayload = payloadOf('addCompany', 'company', () => Company);

const what = { description: 'What to do.' };

@Resolver()
export class ProgrammeMutations {
  @Mutation(() => OpenClauseProgrammePayload, {
    description: 'Opens a programme of insertion clauses that the viewer’s partner runs. For facilitators.',
  })
  openClauseProgramme(
    @Arg('input', () => OpenClauseProgrammeInput, what) input: OpenClauseProgrammeInput,
    @Ctx() context: Context,
  ) {
    return payload('programme', runCommand(context, 'openClauseProgramme', input, openProgramme));
  }

  @Mutation(() => AddProcurementPayload, {
    description: 'Adds a procurement to a programme. For the facilitators of the partner that runs it.',
  })
  addProcurement(
    @Arg('input', () => AddProcurementInput, what) input: AddProcurementInput,
    @Ctx() context: Context,
  ) {
    return payload('procurement', runCommand(context, 'addProcurement', input, addProcurement));
  }

  @Mutation(() => AddLotPayload, {
    description: 'Adds a lot to a procurement. For the facilitators of the partner that runs the programme.',
  })
  addLot(@Arg('input', () => AddLotInput, what) input: AddLotInput, @Ctx() context: Context) {
    return payload('lot', runCommand(context, 'addLot', input, addLot));
  }

  @Mutation(() => AddCompanyPayload, {
    description: 'Adds a company to the directory of companies. For facilitators.',
  })
  addCompany(@Arg('input', () => AddCompanyInput, what) input: AddCompanyInput, @Ctx() context: Context) {
    return payload('company', runCommand(context, 'addCompany', input, addCompany));
  }
}
