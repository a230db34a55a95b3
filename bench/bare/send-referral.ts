import { v7 } from 'uuid';
import type { BenchViewer } from '../viewer.js';
import type { Prepared } from './reads.js';

/** The referral, its idempotency key and the sharing with the receiver. */
const referral = `
with key as (
  insert into idempotency_key (member_id, command, key, input, outcome)
  values ($1, 'sendReferral', $2, $3, jsonb_build_object('id', $4::uuid))
), sent as (
  insert into referral (id, reference, beneficiary_id, from_id, to_id, service_id, priority, status, scope, sent_at,
    version, created_at, created_by_id)
  values ($4, to_char(now() at time zone 'Europe/Paris', 'YYYY') || '-' || lpad(nextval('referral_number')::text, 6, '0'),
    $5, $6, $7, $8, 'ROUTINE', 'REQUESTED', 'PATHWAY', now(), 1, now(), $1)
)
insert into sharing (id, beneficiary_id, partner_id, scope, basis, since, until, agreed_on, method, referral_id,
  granted_by_id, recorded_by_id)
values ($9, $5, $7, 'IDENTITY', 'REFERRAL', now(),
  (($10::date + interval '12 months')::date + 1)::timestamp at time zone 'Europe/Paris', $10, $11, $4, $6, $1)`;

/** The rows whose policies read the referral, and the answer. A statement does not see the rows that it inserts itself. */
const rest = `
with change as (
  insert into referral_transition (id, referral_id, version, "to", at, by_id, member_id)
  values ($1, $2, 1, 'REQUESTED', now(), $3, $4)
), purpose as (
  insert into referral_text (id, referral_id, text) values ($2, $2, $5)
), news as (
  insert into event (id, xid, at, partner_id, topic, kind, subject, by_id, member_id)
  select id, pg_current_xact_id(), now(), partner, 'REFERRAL', 'SENT', $2, $3, $4
  from unnest($6::uuid[], $7::uuid[]) it(id, partner)
)
select json_build_object('sendReferral', json_build_object(
  'referral', (select json_build_object('id', 'referral_' || r.id, 'reference', r.reference, 'status', r.status,
    'version', r.version, 'sentAt', r.sent_at) from referral r where r.id = $2),
  'userErrors', json_build_array()))::text as data`;

/** What the bench sends: the input of `sendReferral`. */
interface Input {
  readonly idempotencyKey: string;
  readonly beneficiary: string;
  readonly to: string;
  readonly service: string;
  readonly purpose: string;
  readonly agreedOn: string;
  readonly method: string;
}

const keyOf = (id: string) => id.slice(id.indexOf('_') + 1);

/**
 * The statements that write what the command `sendReferral` writes. They are two, sent together, because row
 * policies of the second one's tables read the referral.
 */
export function sendReferral({ memberId, partnerId }: BenchViewer, input: Input): Prepared[] {
  const id = v7();
  const to = keyOf(input.to);
  return [
    {
      name: 'f referral',
      text: referral,
      values: [
        memberId,
        input.idempotencyKey,
        'the digest of the input',
        id,
        keyOf(input.beneficiary),
        partnerId,
        to,
        keyOf(input.service),
        v7(),
        input.agreedOn,
        input.method,
      ],
    },
    {
      name: 'f rest',
      text: rest,
      values: [v7(), id, partnerId, memberId, input.purpose, [v7(), v7()], [partnerId, to]],
    },
  ];
}
