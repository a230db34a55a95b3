import { Args, ArgsType, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../graphql/connections.js';
import { keyOf } from '../../graphql/ids.js';
import { Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, type Sql, sql } from '../../graphql/read/sql.js';
import {
  Service,
  ServiceConnection,
  ServicePublic,
  ServiceTheme,
  servicesByName,
} from '../partners/index.js';
import { serviceObstacle } from './obstacle.js';
import { hasWords, nearWordPattern, wordPattern } from './word-search.js';

@InputType({ description: 'Conditions on services. A service must meet all conditions that are given.' })
class ServiceFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Beginnings of words of the service’s name and of its partner’s name, in any order. Case, accents, hyphens and apostrophes are ignored. If no service matches, each word of 5 to 24 letters may have one typing error: one wrong, missing or additional letter, or two neighbouring letters swapped. A text without a letter or digit matches no service.',
  })
  search?: string | null;

  @Field(() => [ServiceTheme], {
    nullable: true,
    description: 'Services with at least one of these themes.',
  })
  themes?: ServiceTheme[] | null;

  @Field(() => [ServicePublic], {
    nullable: true,
    description: 'Services for at least one of these target groups. Services for everybody are included.',
  })
  publics?: ServicePublic[] | null;

  @Field(() => ID, { nullable: true, description: 'Services of this partner.' })
  partner?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a referral can be sent to the service now: `referralObstacle` is null. A service without a free place can be open: it may have a waiting list.',
  })
  open?: boolean | null;
}

@ArgsType()
class ServicesArgs extends PageArgs {
  @Field(() => ServiceFilter, {
    nullable: true,
    description: 'Conditions on the services to list; all services if null.',
  })
  filter?: ServiceFilter | null;
}

/** SQL expression: the text in which a service is searched. */
const textOf = (name: Sql, partner: Sql) =>
  sql`${name} || ' ' || (select p.name from partner p where p.id = ${partner})`;

/** The condition of the services that a search finds. */
function foundBy(search: string): (service: Row) => Sql {
  const [exact, near] = [wordPattern(search), nearWordPattern(search)];
  if (exact === undefined) return () => sql`false`;
  const isFound = sql`exists (select from service s where ${hasWords(textOf(raw('s.name'), raw('s.partner_id')), exact)})`;
  return (service) => {
    const text = textOf(service.column('name'), service.column('partner'));
    if (near === undefined) return hasWords(text, exact);
    return sql`case when (select ${isFound}) then ${hasWords(text, exact)} else ${hasWords(text, near)} end`;
  };
}

@Resolver()
export class ServiceQueries {
  @Query(() => ServiceConnection, {
    description: 'The services of all partners, ordered by name. Every signed-in member can read them.',
  })
  @Reads()
  services(@Args() { filter }: ServicesArgs): RowQuery {
    const { search, themes, publics, partner, open } = filter ?? {};
    const partnerKey = partner == null ? undefined : keyOf('Partner', partner, ['filter', 'partner']);
    return selectMany(
      Service,
      servicesByName,
      (service) => (themes ? sql`${service.column('themes')} && ${themes}::service_theme[]` : undefined),
      (service) =>
        publics
          ? sql`${service.column('publics')} && ${[...publics, 'TOUS_PUBLICS']}::service_public[]`
          : undefined,
      (service) => (partner != null ? sql`${service.column('partner')} = ${partnerKey}` : undefined),
      (service) =>
        open != null ? sql`(${serviceObstacle(service)}) is ${raw(open ? '' : 'not ')}null` : undefined,
      search == null ? () => undefined : foundBy(search),
    );
  }
}
