import { v7 } from 'uuid';
import type { SeededPartner } from '../town.js';
import type { RandomSource } from './random-source.js';
import type { Rows } from './rows.js';
import type { ReferencedRows } from './town.js';

const days = ['2025-01-10', '2025-01-11', '2025-03-01'];
const instants = ['2025-03-01T09:00:00Z', '2025-03-01T09:00:00.050Z', '2025-03-02T09:00:00Z'];

/** Rows of the insertion clause for the fixture's persons, in a programme of `programmePartner`. */
export function clauseRows(
  { pick, below, oneIn }: RandomSource,
  { pathways, referrals, partners, authorOf }: ReferencedRows,
  programmePartner: SeededPartner,
): Record<string, Rows> {
  const rows = {
    clause_programme: [] as Rows,
    procurement: [] as Rows,
    company: [] as Rows,
    lot: [] as Rows,
    clause_contract: [] as Rows,
    hours_entry: [] as Rows,
    eligibility_evidence: [] as Rows,
    lot_shortfall: [] as Rows,
    event: [] as Rows,
  };
  const add = (table: keyof typeof rows, row: Record<string, unknown>): string => {
    const id = v7();
    rows[table].push({ id, ...row });
    return id;
  };
  const programme = add('clause_programme', {
    name: 'The charter',
    partner_id: programmePartner.key,
    since: pick(days),
  });
  const companies = Array.from({ length: 6 }, () =>
    add('company', { name: pick(['Roofs & Co', 'Walls & Co']), sector: 'Construction' }),
  );
  const lots: { id: string; starts_on: string }[] = [];
  for (let count = 0; count < 4; count++) {
    const [reference, name, buyer] = ['M-1', 'A school', 'The town'];
    const signed = { programme_id: programme, reference, name, buyer, signed_on: pick(days) };
    const procurement = add('procurement', signed);
    for (let number = below(4); number > 0; number--) {
      const starts_on = pick(days);
      const lot = add('lot', {
        procurement_id: procurement,
        number,
        name: pick(['Roofs', 'Walls']),
        company_id: pick(companies),
        hours_committed: 100 + below(900),
        starts_on,
        ends_on: pick(['2025-04-02', '2099-12-31'].slice(0, 1 + below(2))),
      });
      lots.push({ id: lot, starts_on });
      for (const ended_at of [pick(instants), null]) {
        if (oneIn(2)) continue;
        add('lot_shortfall', {
          lot_id: lot,
          since: pick(instants),
          ended_at,
          hours_committed: 500,
          hours_forecast: 12.5,
        });
        rows.event.push({
          id: v7(),
          xid: String(10 + below(4)),
          at: pick(instants),
          partner_id: programmePartner.key,
          topic: 'CLAUSE',
          kind: ended_at ? 'SHORTFALL_ENDED' : 'SHORTFALL',
          subject: lot,
          by_id: oneIn(2) ? null : programmePartner.key,
        });
      }
    }
  }
  for (const pathway of pathways.filter(() => lots.length > 0 && oneIn(3))) {
    const partner = partners.find(({ key }) => key === pathway['partner_id']) as SeededPartner;
    const referral = referrals.find((it) => it['beneficiary_id'] === pathway['beneficiary_id']);
    const by = authorOf(partner);
    const lot = pick(lots);
    // As the hub's rules require: no contract begins before its lot, and no hours are declared before their contract.
    const starts_on = pick(days.filter((day) => day >= lot.starts_on));
    const contract = add('clause_contract', {
      lot_id: lot.id,
      company_id: pick(companies),
      beneficiary_id: pathway['beneficiary_id'],
      partner_id: partner.key,
      pathway_id: oneIn(3) ? null : pathway['id'],
      referral_id: oneIn(2) ? null : (referral?.['id'] ?? null),
      modality: pick(['DIRECT_HIRE', 'STAFFING', 'SUBCONTRACTING']),
      starts_on,
      ends_on: oneIn(2) ? null : '2025-03-15',
      created_by_id: by,
      created_at: pick(instants),
    });
    const months = ['2025-01-01', '2025-02-01', '2025-03-01'];
    for (const month of months.filter((it) => it.slice(0, 7) >= starts_on.slice(0, 7))) {
      for (const kind of ['WORK', 'TRAINING', 'TUTORING'].filter(() => oneIn(2))) {
        const status = pick(['DECLARED', 'VALIDATED', 'VALIDATED', 'REJECTED']);
        const hours = (1 + below(5000)) / 100;
        const decided_at = status === 'DECLARED' ? null : pick(instants);
        const declared = { contract_id: contract, month, kind, hours, status, declared_by_id: by };
        add('hours_entry', { ...declared, declared_at: pick(instants), decided_at });
      }
    }
    if (oneIn(2)) {
      const evidence = { criterion: pick(['SENIOR', 'OTHER']), document: 'A card', checked_on: pick(days) };
      add('eligibility_evidence', { contract_id: contract, ...evidence, checked_by_id: by });
    }
  }
  return rows;
}
