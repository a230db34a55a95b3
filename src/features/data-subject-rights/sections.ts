import { SharingScope } from '../../access/scope.js';
import { AgreementMethod, District, SharingBasis } from '../beneficiaries/index.js';
import {
  AppointmentStatus,
  BarrierStatus,
  BarrierTheme,
  ContactKind,
  CriterionKey,
  ObjectiveStatus,
} from '../case-files/index.js';
import { OutcomeEvidence, OutcomeSituation } from '../outcomes/index.js';
import { PathwayStatus, StepKind, Visibility } from '../pathways/index.js';
import {
  DeclineReason,
  DeclineSide,
  ReferralOutcome,
  ReferralPriority,
  ReferralStatus,
} from '../referrals/index.js';
import { clauseSections } from './clause-sections.js';
import { endReason } from './open-file.js';
import {
  day,
  from,
  idOf,
  instant,
  nameOf,
  number,
  oneOf,
  optional,
  partner,
  section,
  text,
  yesOrNo,
} from './section.js';

const recorded = { partner, createdAt: instant };

/** All sections of the exported file, with their tables, columns and descriptions. */
export const sections = {
  person: section(
    'beneficiary',
    'The person.',
    {
      ...{ id: idOf('Beneficiary'), firstName: text, lastName: text, birthDate: day },
      ...{ district: oneOf(District), referent: partner, informedOn: day, createdAt: instant },
    },
    { of: 'it.id = $1', by: 'id' },
  ),
  contacts: section(
    'contact',
    'Telephone numbers, e-mail addresses and postal addresses of the person.',
    { kind: oneOf(ContactKind), value: text, preferred: yesOrNo, ...recorded },
    { of: 'it.beneficiary_id = $1 and it.removed_at is null', by: 'created_at' },
  ),
  references: section(
    'partner_reference',
    'References of the person in the software of partners.',
    { partner, reference: text },
    { by: 'reference' },
  ),
  criteria: section(
    'criterion',
    'Administrative criteria that the person meets.',
    { key: oneOf(CriterionKey), since: day, until: optional(day), ...recorded },
    { by: 'since' },
  ),
  barriers: section(
    'barrier',
    'Barriers between the person and employment.',
    {
      theme: oneOf(BarrierTheme),
      status: oneOf(BarrierStatus),
      note: optional(text),
      resolvedAt: optional(instant),
      ...recorded,
    },
    { by: 'created_at' },
  ),
  objectives: section(
    'objective',
    'Objectives of the person.',
    {
      ...{ pathway: idOf('Pathway'), text, status: oneOf(ObjectiveStatus), dueOn: optional(day) },
      closedAt: optional(instant),
      ...recorded,
    },
    { by: 'created_at' },
  ),
  appointments: section(
    'appointment',
    'Appointments of the person with professionals.',
    { at: instant, subject: text, place: optional(text), status: oneOf(AppointmentStatus), ...recorded },
    { by: 'at' },
  ),
  notes: section(
    'note',
    'Notes of professionals. Left out: notes that are visible only to another author, or only to another partner.',
    {
      ...{ text, visibility: oneOf(Visibility), pathway: optional(idOf('Pathway')) },
      ...{ rewordedAt: optional(instant), ...recorded },
    },
    { of: 'it.beneficiary_id = $1 and it.removed_at is null', by: 'created_at' },
  ),
  pathways: section(
    'pathway',
    'Pathways of the person with partners.',
    {
      ...{ id: idOf('Pathway'), partner, objective: text, status: oneOf(PathwayStatus) },
      ...{ startedOn: day, closedOn: optional(day) },
    },
    { by: 'started_on' },
  ),
  steps: section(
    'step',
    'Steps of these pathways that the referent sees.',
    {
      ...{ pathway: idOf('Pathway'), partner, kind: oneOf(StepKind), title: text, occurredOn: day },
      ...{ visibility: oneOf(Visibility) },
    },
    { by: 'occurred_on' },
  ),
  referrals: section(
    'referral',
    'Referrals that the referent sent or received.',
    {
      ...{ id: idOf('Referral'), reference: text, from: partner, to: partner },
      purpose: from("coalesce((select t.text from referral_text t where t.id = it.id), '')", text),
      service: optional(nameOf('service')),
      ...{ priority: oneOf(ReferralPriority), status: oneOf(ReferralStatus), scope: oneOf(SharingScope) },
      ...{ createdAt: instant, sentAt: optional(instant), seenAt: optional(instant) },
      ...{ answeredAt: optional(instant), closedAt: optional(instant), firstContactOn: optional(day) },
      ...{ remindedAt: optional(instant), escalatedAt: optional(instant) },
      ...{ declineSide: optional(oneOf(DeclineSide)), declineReason: optional(oneOf(DeclineReason)) },
      declineComment: from(
        `(select t.text from referral_transition c join referral_text t on t.id = c.id
          where c.referral_id = it.id and c."to" = 'DECLINED' order by c.version desc limit 1)`,
        optional(text),
      ),
      outcome: optional(oneOf(ReferralOutcome)),
    },
    { by: 'created_at' },
  ),
  referralChanges: section(
    'referral_transition',
    'Changes of the status of these referrals.',
    {
      ...{ referral: idOf('Referral'), at: instant, by: optional(partner) },
      reason: from('(select t.text from referral_text t where t.id = it.id)', optional(text)),
      from: from('it."from"', optional(oneOf(ReferralStatus))),
      to: from('it."to"', oneOf(ReferralStatus)),
    },
    { of: 'it.referral_id in (select r.id from referral r where r.beneficiary_id = $1)', by: 'at' },
  ),
  referralMessages: section(
    'referral_message',
    'Messages between the two partners of these referrals.',
    { referral: idOf('Referral'), at: instant, by: partner, text },
    { of: 'it.referral_id in (select r.id from referral r where r.beneficiary_id = $1)', by: 'at' },
  ),
  sharings: section(
    'sharing',
    'Partners that may see or could see the person, and the reason.',
    {
      ...{ partner, scope: oneOf(SharingScope), basis: oneOf(SharingBasis), since: instant },
      ...{ until: optional(instant), agreedOn: optional(day), method: optional(oneOf(AgreementMethod)) },
      ...{ grantedBy: partner, endedAt: optional(instant), endReason: from(endReason, optional(text)) },
    },
    { by: 'since' },
  ),
  linkRequests: section(
    'link_request',
    'Requests of partners to see the person.',
    {
      ...{ partner, purpose: text, scope: oneOf(SharingScope), agreedOn: day },
      ...{ method: oneOf(AgreementMethod), createdAt: instant, expiresAt: instant },
      ...{ answeredAt: optional(instant), accepted: optional(yesOrNo) },
    },
    {
      of: 'it.id in (select m.request_id from link_match m where m.beneficiary_id = $1)',
      by: 'created_at',
    },
  ),
  outcomes: section(
    'outcome',
    'Outcomes of the pathways.',
    {
      ...{ pathway: idOf('Pathway'), partner, occurredOn: day, situation: oneOf(OutcomeSituation) },
      ...{ contractMonths: optional(number), evidence: oneOf(OutcomeEvidence) },
      ...{ clauseContract: optional(idOf('ClauseContract')), recordedAt: instant },
      ...{ verifiedAt: optional(instant), followedUpOn: optional(day) },
      situationAt6Months: from('it.situation_at_6_months', optional(oneOf(OutcomeSituation))),
    },
    { by: 'occurred_on' },
  ),
  attendances: section(
    'attendance',
    'Forums that the person attended.',
    {
      ...{ forum: nameOf('forum'), partner, exhibitor: optional(nameOf('exhibitor')), agreedOn: day },
      ...{ method: oneOf(AgreementMethod), referral: optional(idOf('Referral')), recordedAt: instant },
    },
    { by: 'recorded_at' },
  ),
  ...clauseSections,
  distinctions: section(
    'distinction',
    'Declarations that the person is not the same as another person with similar data.',
    { declaredAt: instant, reason: text },
    { of: '$1 in (it.one_id, it.other_id) and it.retracted_at is null', by: 'declared_at' },
  ),
  merges: section(
    'merge',
    'Other files of the same person that were merged into this file.',
    { mergedAt: instant, reason: text },
    { of: 'it.kept_id = $1 and it.undone_at is null', by: 'merged_at' },
  ),
} as const;

/** Tables whose rows are exported inside the sections of other tables. */
export const nestedTables: readonly string[] = ['referral_text'];
