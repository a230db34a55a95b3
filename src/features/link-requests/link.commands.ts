import { Field, ID, InputType } from 'type-graphql';
import { v7 } from 'uuid';
import { fileReaders } from '../../access/role.js';
import { covers, SharingScope } from '../../access/scope.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Paragraph, PastDay, PersonName, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { ConfirmWording, checkWording } from '../../commands/sensitive-text/index.js';
import { closedSet } from '../../graphql/enum.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';
import {
  AgreedAfterWithdrawal,
  AgreementMethod,
  Beneficiary,
  checkAgreement,
  checkReferenceFree,
  endOfAgreement,
  fingerprint,
  grant,
  identityIn,
  mayAttempt,
  OwnReference,
  recordAttempt,
} from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { LinkMatch } from './link-match.js';
import { LinkRequest } from './link-request.js';

/** The time that the referent has to answer a request, in days. */
const daysToAnswer = 30;

@InputType({
  description: 'A request to see a person: who the person is, the purpose, and the person’s agreement.',
})
export class RequestLinkInput extends CreatingInput {
  @PersonName()
  @Field(() => String, { description: 'First name, at most 200 characters.' })
  firstName!: string;

  @PersonName()
  @Field(() => String, { description: 'Last name, at most 200 characters.' })
  lastName!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'Date of birth.' })
  birthDate!: string;

  @Paragraph(1000)
  @Field(() => String, {
    description: 'What the partner plans to do with the person, at most 1,000 characters.',
  })
  purpose!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'The day on which the person agreed.' })
  agreedOn!: string;

  @Field(() => AgreementMethod, { description: 'How the person agreed.' })
  method!: AgreementMethod;

  @Field(() => SharingScope, { description: 'The scope to which the person agreed.' })
  scope!: SharingScope;

  @OwnReference(
    'The reference of the person in the software of the viewer’s partner, at most 64 characters. It counts once the request is accepted.',
  )
  ownReference?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

/**
 * Asks the referent of a person to share the file. The requesting partner does not need to know the referent. The same
 * statements run whether or not the person is registered, so that neither the answer nor its duration reveals who is
 * followed.
 * @throws Refusal LIMITED; ALREADY_KNOWN when the viewer's partner already sees the person with that scope; INVALID;
 * NOT_FOUND for a role that does not work with persons
 */
export const requestLink = defineCommand({
  name: 'requestLink',
  description:
    'Asks the referent of a person to share the file as the person agreed. The requesting partner does not need to know which partner that is. The payload is the same whether or not the person is registered. A request without an answer expires after 30 days, or earlier when the agreement ends.',
  input: RequestLinkInput,
  payload: { linkRequest: () => LinkRequest },
  roles: fileReaders,
  on: null,
  async run(command, input) {
    const { em, viewer, now } = command;
    checkWording('purpose', input.purpose, input.confirmWording);
    const print = fingerprint(command.context.secret, identityIn(input, now));
    const until = endOfAgreement(input.agreedOn, now);
    const seen = await em.findOne(Beneficiary, { fingerprint: print });
    const own = seen && (await command.scopeOf(seen.id));
    if (own && covers(own, input.scope)) {
      throw refusal('ALREADY_KNOWN', '', {
        fr: 'Vous avez déjà accès au dossier de cette personne : cherchez-la par son nom.',
        en: 'You already have access to this person’s file: search for the person by name.',
      });
    }
    const ownReference = input.ownReference == null ? null : tidy(input.ownReference);
    if (ownReference !== null) await checkReferenceFree(command, ownReference, seen?.id);
    await mayAttempt(command);
    recordAttempt(command, 'requestLink');
    const expiresAt = new Date(Math.min(now.getTime() + daysToAnswer * 86_400_000, until.getTime()));
    const request = em.create(LinkRequest, {
      partner: em.getReference(Partner, viewer.partnerId),
      member: em.getReference(Member, viewer.memberId),
      purpose: tidy(input.purpose),
      scope: input.scope,
      agreedOn: input.agreedOn,
      method: input.method,
      until,
      createdAt: now,
      expiresAt,
    } as LinkRequest);
    await command.asSystem(async () => {
      await em.execute(
        `with person as materialized (select * from access.registered(?)),
        found as (insert into link_match (id, request_id, beneficiary_id, referent_id, own_reference)
          select ?, ?, id, referent_id, ? from person)
      insert into event (id, at, partner_id, topic, kind, subject)
        select ?, ?, referent_id, 'LINK', 'REQUESTED', ? from person`,
        [print, v7(), request.id, ownReference, v7(), now, request.id],
      );
    });
    return request.id;
  },
});

export const LinkAnswer = closedSet('LinkAnswer', 'The answer of the referent.', {
  ACCEPT: 'The file is shared as the person agreed.',
  REFUSE: 'The file is not shared.',
});
export type LinkAnswer = keyof typeof LinkAnswer;

@InputType({ description: 'The answer of the referent to a link request.' })
export class AnswerLinkRequestInput {
  @Id()
  @Field(() => ID, { description: 'The request.' })
  linkRequest!: string;

  @Field(() => LinkAnswer, { description: 'Whether the file is shared.' })
  answer!: LinkAnswer;

  @AgreedAfterWithdrawal()
  agreedAfterWithdrawal?: boolean | null;
}

/** SQL condition: the request still waits for an answer. */
const isNotExpired = (request: Row) => sql`${request.column('expiresAt')} > now()`;

/** @throws Refusal INVALID when the request has another answer or has expired, or when the person agreed before they were informed or before they withdrew */
export const answerLinkRequest = defineCommand({
  name: 'answerLinkRequest',
  description:
    'Answers a link request about a person whose referent is the viewer’s partner. ACCEPT shares the file as the person agreed.',
  input: AnswerLinkRequestInput,
  payload: { linkRequest: () => LinkRequest },
  on: {
    field: 'linkRequest',
    type: () => LinkRequest,
    changes: true,
    when: isNotExpired,
    done: { answeredAt: { not: null } },
  },
  async run(command, input) {
    const { em } = command;
    const request = await command.find(LinkRequest, input.linkRequest, 'linkRequest', true);
    const accepted = input.answer === 'ACCEPT';
    if (request.answeredAt && request.accepted === accepted) return request.id;
    if (request.answeredAt || request.expiresAt <= command.now) {
      throw refusal('INVALID', 'linkRequest', {
        fr: 'Cette demande a déjà une autre réponse, ou a expiré : pour donner accès au dossier, enregistrez un accord de la personne.',
        en: 'This request already has another answer, or has expired: to share the file, record an agreement of the person.',
      });
    }
    request.answeredAt = command.now;
    request.accepted = accepted;
    const match = accepted ? await em.findOneOrFail(LinkMatch, { request }) : undefined;
    if (match) {
      const { beneficiary } = match;
      const { partner, scope, agreedOn, method, until, member: informedBy } = request;
      const { agreedAfterWithdrawal } = input;
      const agreed = { agreedOn, agreedAfterWithdrawal };
      await checkAgreement(command, beneficiary.id, partner.id, agreed, 'linkRequest');
      request.beneficiary = beneficiary;
      const agreement = { beneficiary, partner, scope, ...agreed, method, until, informedBy };
      grant(command, { ...agreement, linkRequestId: request.id }, 'RECORDED');
    }
    // The event is emitted by the hub: an event names the partner that caused it, and the requesting partner must not
    // learn who the referent is when the request is refused.
    await command.asSystem(async () => {
      // Another person may have got the reference since the request: then it stays theirs.
      if (match?.ownReference)
        await em.execute(
          `insert into partner_reference (id, beneficiary_id, partner_id, reference) values (?, ?, ?, ?)
            on conflict do nothing`,
          [v7(), match.beneficiary.id, request.partner.id, match.ownReference],
        );
      const kind = accepted ? 'ACCEPTED' : 'REFUSED';
      command.emit({ topic: 'LINK', kind, subject: request.id, to: [request.partner.id], byHub: true });
    });
    return request.id;
  },
});
