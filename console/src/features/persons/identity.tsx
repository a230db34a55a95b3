import { type ReactNode, useState } from 'react';
import { districtWords, scopeWords } from '../../copy/enums.js';
import { fileWords } from '../../copy/file.js';
import { contactKindWords } from '../../copy/file-enums.js';
import { followUpWords } from '../../copy/follow-up.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { CommandButton } from '../../kit/command-button.js';
import { ageOn, useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { ContactDialog } from '../follow-up/contact-dialog.js';
import css from './person.module.css';
import { ReferenceDialog } from './reference-dialog.js';

const IdentityBeneficiary = graphql(/* GraphQL */ `
  fragment Identity_Beneficiary on Beneficiary {
    id
    viewerCan
    birthDate
    district
    ownReference
    referent {
      name
    }
    access {
      scope
      until
    }
    contacts {
      id
      kind
      value
      preferred
    }
  }
`);

/** Who the person is and how to reach them, in one strip. */
export function IdentityPanel({ person: masked }: { person: FragmentType<typeof IdentityBeneficiary> }) {
  const { id: person, viewerCan, ...identity } = read(IdentityBeneficiary, masked);
  const { birthDate, district, referent, access, contacts, ownReference } = identity;
  const text = useWords(fileWords);
  const districts = useWords(districtWords);
  const scopes = useWords(scopeWords);
  const kinds = useWords(contactKindWords);
  const { addContact } = useWords(followUpWords);
  const dates = useDates();
  const [isAdding, setAdding] = useState(false);
  const [isNaming, setNaming] = useState(false);
  return (
    <section aria-label={text.identity} className={css.identity}>
      <dl className={css.facts}>
        <Fact name={text.born}>
          {dates.date(birthDate)} <span className={css.soft}>{text.age(ageOn(birthDate))}</span>
        </Fact>
        <Fact name={text.district}>{districts[district]}</Fact>
        <Fact name={text.referent}>{referent.name}</Fact>
        <Fact name={text.yourAccess}>
          {scopes[access.scope]}{' '}
          {access.until && <span className={css.soft}>{text.until(dates.lastDay(access.until))}</span>}
        </Fact>
        {contacts.length === 0 && <Fact name={text.contacts}>{text.noContact}</Fact>}
        {contacts.map(({ id, kind, value, preferred }) => (
          <Fact key={id} name={kinds[kind]}>
            <Contact kind={kind} value={value} />{' '}
            {preferred && <span className={css.soft}>{text.preferred}</span>}
          </Fact>
        ))}
        {ownReference && <Fact name={text.ownReference}>{ownReference}</Fact>}
      </dl>
      <CommandButton command="ADD_CONTACT" offered={viewerCan} onPress={() => setAdding(true)}>
        {addContact}
      </CommandButton>
      <CommandButton command="SET_OWN_REFERENCE" offered={viewerCan} onPress={() => setNaming(true)}>
        {text.setReference}
      </CommandButton>
      <ContactDialog person={person} isOpen={isAdding} onClose={() => setAdding(false)} />
      {isNaming && (
        <ReferenceDialog person={person} reference={ownReference ?? ''} onClose={() => setNaming(false)} />
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Contact({ kind, value }: { kind: string; value: string }) {
  if (kind === 'PHONE') return <a href={`tel:${value}`}>{spaced(value)}</a>;
  if (kind === 'EMAIL') return <a href={`mailto:${value}`}>{value}</a>;
  return value;
}

/** A French number as it is read aloud: +33612345678 is 06 12 34 56 78. */
function spaced(number: string): string {
  return number.replace(/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '0$1 $2 $3 $4 $5');
}
