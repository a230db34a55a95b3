import { createUnionType } from 'type-graphql';
import type { Reference, Stored } from '../../graphql/read/declare.js';
import { join, literal, sql } from '../../graphql/read/sql.js';
import { Sharing } from '../beneficiaries/index.js';
import { Lot } from '../clauses/index.js';
import { CommitteeQuestion } from '../committee/index.js';
import { LinkRequest } from '../link-requests/index.js';
import { Partner } from '../partners/index.js';
import { Referral, UnansweredReferral } from '../referrals/index.js';
import { RetentionDue } from '../retention/index.js';
import { Webhook } from '../webhooks/index.js';
import type { NotificationKind } from './notice.js';

/** The topic of the event of a notification: its kind begins with it. */
type NotifiedTopic = NotificationKind extends infer Kind
  ? Kind extends `${infer Topic}_${string}`
    ? Topic
    : never
  : never;

/** What the notifications of a topic lead to. The object has the id of the subject of the event. */
const targets = {
  REFERRAL: Referral,
  // The town whose release is late.
  RELEASE: Partner,
  // The question that was one too many, in the log.
  QUESTION: CommitteeQuestion,
  UNANSWERED: UnansweredReferral,
  LINK: LinkRequest,
  SHARING: Sharing,
  RETENTION: RetentionDue,
  CLAUSE: Lot,
  WEBHOOK: Webhook,
} satisfies Record<NotifiedTopic, Stored>;

export const NotificationTarget = createUnionType({
  name: 'NotificationTarget',
  description: 'What a notification leads to.',
  types: () => Object.values(targets),
});

/** The object that a notification leads to, for {@link ReadsOneOf}: it is read with the viewer's rights. */
export const target: Reference = {
  type: (notification) => {
    const cases = Object.entries(targets).map(
      ([topic, { name }]) => sql`when ${literal(topic)} then ${literal(name)}`,
    );
    return sql`case split_part(${notification.column('kind')}, '_', 1) ${join(cases, ' ')} end`;
  },
  key: (notification) => notification.column('subject'),
};
