import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { personsWords } from '../copy/persons.js';
import { filtersOf, isSearching, type PersonFilters, searchOf } from '../features/persons/filters.js';
import { PersonList, PersonListQuery, personListTopics } from '../features/persons/person-list.js';
import css from '../features/persons/person-list.module.css';
import { PersonFilterBar, PersonSearchForm } from '../features/persons/person-search.js';
import { RegisterDialog } from '../features/persons/register-dialog.js';
import { useRememberedSearch } from '../features/persons/search-memory.js';
import { useAnswer } from '../hub/answer.js';
import type { PersonListQueryVariables } from '../hub/gql/graphql.js';
import { useViewerCan } from '../hub/viewer-can.js';
import { CommandButton } from '../kit/command-button.js';
import { Page } from '../kit/page.js';
import { UnknownFilter } from '../kit/unknown-filter.js';
import { useWords } from '../lib/language.js';

/** The persons whom the viewer's partner follows: search, filters, and registering. */
export function PersonsScreen() {
  const text = useWords(personsWords);
  const navigate = useNavigate();
  const filters = filtersOf(useSearch({ from: '/personnes' }));
  const [search, setSearch] = useRememberedSearch();
  const [isRegistering, setRegistering] = useState(false);
  const { district, referent, pathway, order, unknown } = filters;
  const variables: PersonListQueryVariables = {
    filter: {
      search: search.name.trim() || null,
      birthDate: search.birthDate || null,
      phone: search.phone.trim() || null,
      district: district ?? null,
      mine: referent ? referent === 'nous' : null,
      openPathway: pathway ? pathway === 'en-cours' : null,
    },
    orderBy: order,
    after: null,
  };
  const answer = useAnswer(PersonListQuery, variables, { on: personListTopics });
  const change = (changed: PersonFilters) =>
    void navigate({ to: '/personnes', search: searchOf(changed), replace: true });
  return (
    <Page
      title={text.title}
      aside={
        <CommandButton
          command="REGISTER_BENEFICIARY"
          offered={useViewerCan()}
          kind="main"
          onPress={() => setRegistering(true)}
        >
          {text.register}
        </CommandButton>
      }
    >
      <PersonSearchForm applied={search} onApply={setSearch} />
      <PersonFilterBar filters={filters} onChange={change} />
      <UnknownFilter value={unknown}>
        <Link to="/personnes" search={{}}>
          {text.clearFilters}
        </Link>
      </UnknownFilter>
      <section className={css.list} key={JSON.stringify(variables)}>
        <PersonList
          answer={answer}
          variables={variables}
          isFiltered={isSearching(search) || Boolean(district || referent || pathway)}
        />
      </section>
      <RegisterDialog isOpen={isRegistering} onClose={() => setRegistering(false)} />
    </Page>
  );
}
