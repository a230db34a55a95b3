import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Computed, Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Pathway } from '../pathways/index.js';
import { Referral } from '../referrals/index.js';
import { ClauseContract } from './contract.js';
import { EligibilityEvidence } from './evidence.js';
import { HoursEntry } from './hours-entry.js';
import { Lot } from './lot.js';

const ClauseContractConnection = connectionOf('ClauseContract', () => ClauseContract, true);
const HoursEntryConnection = connectionOf('HoursEntry', () => HoursEntry, true);
const EligibilityEvidenceConnection = connectionOf('EligibilityEvidence', () => EligibilityEvidence, true);

const byStart = orderBy('CLAUSE_CONTRACT_LATEST', { startsOn: 'date', id: 'uuid' }, 'descending');
const byMonth = orderBy('HOURS_MONTH', { month: 'date', id: 'uuid' });
const byDay = orderBy('EVIDENCE_LATEST', { checkedOn: 'date', id: 'uuid' }, 'descending');

/** The contracts whose property refers to the row. */
function contractsOf(property: 'lot' | 'pathway' | 'referral' | 'beneficiary', of: Row): RowQuery {
  return selectMany(ClauseContract, byStart, (it) => sql`${it.column(property)} = ${of.column('id')}`);
}

@Resolver(() => ClauseContract)
export class ContractQueries {
  @FieldResolver(() => String, {
    description: 'The name of the person who holds the contract. Shown to everyone who sees the contract.',
  })
  @Computed((contract) => sql`access.contract_holder(${contract.column('id')})`)
  holder(): never {
    throw new Error('read by the engine');
  }

  @FieldResolver(() => HoursEntryConnection, { description: 'The contract’s hours, by month.' })
  @Reads()
  hours(@Args() _: PageArgs, @Root() contract: Row): RowQuery {
    return selectMany(HoursEntry, byMonth, (it) => sql`${it.column('contract')} = ${contract.column('id')}`);
  }

  @FieldResolver(() => EligibilityEvidenceConnection, {
    description: 'The evidence that the holder is eligible, the latest first.',
  })
  @Reads()
  evidence(@Args() _: PageArgs, @Root() contract: Row): RowQuery {
    return selectMany(
      EligibilityEvidence,
      byDay,
      (it) => sql`${it.column('contract')} = ${contract.column('id')}`,
    );
  }
}

@Resolver(() => Lot)
export class LotContracts {
  @FieldResolver(() => ClauseContractConnection, {
    description: 'The contracts whose hours count for the lot and that the viewer sees, the latest first.',
  })
  @Reads()
  contracts(@Args() _: PageArgs, @Root() lot: Row): RowQuery {
    return contractsOf('lot', lot);
  }
}

@Resolver(() => Pathway)
export class PathwayContracts {
  @FieldResolver(() => ClauseContractConnection, {
    description: 'The contracts under the insertion clause that the pathway led to, the latest first.',
  })
  @Reads()
  clauseContracts(@Args() _: PageArgs, @Root() pathway: Row): RowQuery {
    return contractsOf('pathway', pathway);
  }
}

@Resolver(() => Referral)
export class ReferralContracts {
  @FieldResolver(() => ClauseContractConnection, {
    description:
      'The contracts under the insertion clause that the referral led to, the latest first. Seen with a sharing of scope PATHWAY.',
  })
  @Reads()
  clauseContracts(@Args() _: PageArgs, @Root() referral: Row): RowQuery {
    return contractsOf('referral', referral);
  }
}

@Resolver(() => Beneficiary)
export class BeneficiaryContracts {
  @FieldResolver(() => ClauseContractConnection, {
    description:
      'The person’s contracts under the insertion clause, the latest first. Empty below scope PATHWAY.',
  })
  @Reads()
  clauseContracts(@Args() _: PageArgs, @Root() person: Row): RowQuery {
    return contractsOf('beneficiary', person);
  }
}
