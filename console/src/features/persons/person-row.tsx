import { Link } from '@tanstack/react-router';
import { districtWords, scopeWords } from '../../copy/enums.js';
import { personsWords } from '../../copy/persons.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import css from './person-list.module.css';

export const PersonRowBeneficiary = graphql(/* GraphQL */ `
  fragment PersonRow_Beneficiary on Beneficiary {
    id
    firstName
    lastName
    birthDate
    district
    referent {
      name
    }
    lastContactOn
    access {
      scope
      until
    }
  }
`);

/** A person in the list: the whole row opens the file. */
export function PersonRow({ person: masked }: { person: FragmentType<typeof PersonRowBeneficiary> }) {
  const person = read(PersonRowBeneficiary, masked);
  const text = useWords(personsWords);
  const districts = useWords(districtWords);
  const scopes = useWords(scopeWords);
  const dates = useDates();
  const { scope, until } = person.access;
  return (
    <tr className={css.row}>
      <th scope="row">
        <Link to="/personnes/$id" params={{ id: person.id }} search={{}} className={css.name} data-line>
          {person.lastName} {person.firstName}
        </Link>
      </th>
      <td>{dates.mediumDate(person.birthDate)}</td>
      <td>{districts[person.district]}</td>
      <td>{person.referent.name}</td>
      <td>
        <span className={css.label}>{text.columns.lastContact} </span>
        {person.lastContactOn ? dates.mediumDate(person.lastContactOn) : text.noContact}
      </td>
      <td>
        {scopes[scope]}
        {until && <span className={css.until}> {text.until(dates.lastDay(until))}</span>}
      </td>
    </tr>
  );
}
