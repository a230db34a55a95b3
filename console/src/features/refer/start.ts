import type { AgreementMethod } from '../../hub/gql/enums.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { today } from '../../lib/dates.js';
import type { Draft, DraftContent } from './draft.js';
import { serviceLabel } from './service-card.js';

export const ReferStartReferral = graphql(/* GraphQL */ `
  fragment ReferStart_Referral on Referral {
    id
    version
    status
    viewerCan
    purpose
    priority
    scope
    to {
      id
      name
    }
    service {
      id
      name
    }
  }
`);

/** What is filled in. `to` is the partner of the service. */
export type ReferValues = DraftContent & {
  readonly agreed: boolean;
  readonly agreedOn: string;
  readonly method: AgreementMethod;
  readonly agreedAfterWithdrawal: boolean;
};

/** With what the form begins. */
export interface Start {
  readonly content: DraftContent;
  /** How its service is named. */
  readonly label?: string | undefined;
  /** The draft that is continued. */
  readonly draft?: Draft;
  /** The closed referral that is followed by a new one. */
  readonly former?: { readonly id: string; readonly version: number };
}

const empty: DraftContent = { to: '', service: '', purpose: '', priority: 'ROUTINE', scope: 'PATHWAY' };

/** An empty form, or a referral that is continued: a draft, or one that ended and is made again. */
export function startOf(masked: FragmentType<typeof ReferStartReferral> | undefined): Start {
  const referral = read(ReferStartReferral, masked);
  if (!referral) return { content: empty };
  const { id, version, viewerCan, to, service, purpose, priority, scope } = referral;
  const content = { to: to.id, service: service?.id ?? '', purpose, priority, scope };
  const label = service ? serviceLabel(service.name, to.name) : undefined;
  if (viewerCan.includes('CHANGE_DRAFT')) return { content, label, draft: { id, version, content } };
  if (viewerCan.includes('REFER_AGAIN')) return { content, label, former: { id, version } };
  return { content: empty };
}

/** The first values of the form. The agreement is always given anew. */
export function valuesOf({ content }: Start): ReferValues {
  return { ...content, agreed: false, agreedOn: today(), method: 'ORAL', agreedAfterWithdrawal: false };
}

/** The part of the values that a draft keeps. */
export function contentOf({ to, service, purpose, priority, scope }: ReferValues): DraftContent {
  return { to, service, purpose, priority, scope };
}
