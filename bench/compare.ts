import { isDeepStrictEqual } from 'node:util';
import { type CaseKey, cases, type Parameters } from './cases.js';
import type { RunningContender } from './contender.js';
import { ask } from './load.js';
import { asOwner } from './owner.js';
import { draw, type Sample } from './parameters.js';

/**
 * Checks that all contenders answer the same, and that referrals write the same rows.
 * @param amount number of requests of each case
 * @throws Error with the first difference
 */
export async function compare(
  contenders: readonly RunningContender[],
  sample: Sample,
  keys: readonly CaseKey[],
  amount = 50,
): Promise<void> {
  const [first, ...others] = contenders;
  if (!first) return;
  for (const key of keys) {
    for (const parameters of draw(sample, key, amount, 'compared')) {
      const expected = await answerOf(first, key, parameters);
      for (const other of others) {
        const found = await answerOf(other, key, parameters);
        if (key !== 'f' && !isDeepStrictEqual(found, expected)) {
          throw new Error(
            `case ${key}, ${JSON.stringify(parameters)}:\n${first.name}: ${JSON.stringify(expected)}\n${other.name}: ${JSON.stringify(found)}`,
          );
        }
      }
    }
  }
  if (keys.includes('f')) await compareWritten(contenders, amount);
}

async function answerOf(contender: RunningContender, key: CaseKey, parameters: Parameters): Promise<unknown> {
  return contender.answer(await ask(contender.url, contender.request(cases[key], parameters)));
}

/** The rows that a compared referral has written, without what differs from run to run. */
const written = `
select k.member_id, k.key, k.command, k.outcome is not null as done, r.beneficiary_id, r.from_id, r.to_id, r.former_id,
  r.service_id, r.priority, r.status, r.scope, r.access_limit, r.sent_at = r.created_at as sent_at_once, r.seen_at,
  r.answered_at, r.closed_at, r.version, r.created_by_id, r.reference ~ '^[0-9]{4}-[0-9]{6}$' as has_reference,
  (select json_agg(json_build_array(t.version, t."from", t."to", t.at = r.sent_at, t.by_id, t.member_id) order by t.version)
    from referral_transition t where t.referral_id = r.id) as transitions,
  (select json_agg(json_build_array(x.id = r.id, x.change_id, x.text)) from referral_text x where x.referral_id = r.id) as texts,
  (select json_agg(json_build_array(s.beneficiary_id, s.partner_id, s.scope, s.basis, s.since = r.sent_at, s.until,
      s.ended_at, s.agreed_on, s.method, s.agreed_after_withdrawal, s.granted_by_id, s.recorded_by_id, s.informed_by_id))
    from sharing s where s.referral_id = r.id) as sharings,
  (select json_agg(json_build_array(e.partner_id, e.topic, e.kind, e.at = r.sent_at, e.by_id, e.member_id) order by e.id)
    from event e where e.subject = r.id) as events
from idempotency_key k left join referral r on r.id = (k.outcome ->> 'id')::uuid
where k.key like 'compared %' order by k.member_id, k.key`;

async function compareWritten(contenders: readonly RunningContender[], amount: number): Promise<void> {
  const [expected, ...others] = await Promise.all(
    contenders.map(({ databaseUrl }) =>
      asOwner(databaseUrl, async (owner) => (await owner.query<object>(written)).rows),
    ),
  );
  if (expected?.length !== amount) throw new Error(`${expected?.length} of ${amount} referrals were sent`);
  others.forEach((found, index) => {
    const at = expected.findIndex((row, place) => !isDeepStrictEqual(row, found[place]));
    if (at >= 0) {
      throw new Error(
        `${contenders[0]?.name} wrote ${JSON.stringify(expected[at])}\n${contenders[index + 1]?.name} wrote ${JSON.stringify(found[at])}`,
      );
    }
  });
}
