import { type FormEvent, useState } from 'react';
import { districtWords } from '../../copy/enums.js';
import { personsWords } from '../../copy/persons.js';
import type { District } from '../../hub/gql/enums.js';
import { Button } from '../../kit/button.js';
import { SelectField, TextField } from '../../kit/field.js';
import { today } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import {
  districts,
  isSearching,
  noSearch,
  type Pathway,
  type PersonFilters,
  type PersonSearch,
  type Referent,
} from './filters.js';
import css from './person-list.module.css';

interface PersonSearchFormProps {
  readonly applied: PersonSearch;
  readonly onApply: (search: PersonSearch) => void;
}

/**
 * Searches by name, birth date or telephone. It searches when it is submitted and not at each key: the hub records
 * every person that a search shows.
 */
export function PersonSearchForm({ applied, onApply }: PersonSearchFormProps) {
  const text = useWords(personsWords);
  const [typed, setTyped] = useState(applied);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply(typed);
  };
  const clear = () => {
    setTyped(noSearch);
    onApply(noSearch);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2024 do not all know the search element
    <form className={css.search} role="search" aria-label={text.searchForm} noValidate onSubmit={submit}>
      <TextField
        label={text.name}
        type="search"
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <TextField
        label={text.birthDate}
        type="date"
        max={today()}
        value={typed.birthDate}
        onChange={(birthDate) => setTyped({ ...typed, birthDate })}
      />
      <TextField
        label={text.phone}
        type="tel"
        value={typed.phone}
        onChange={(phone) => setTyped({ ...typed, phone })}
      />
      <div className={css.buttons}>
        <Button type="submit">{text.search}</Button>
        {isSearching(applied) && (
          <Button kind="plain" onPress={clear}>
            {text.clearSearch}
          </Button>
        )}
      </div>
    </form>
  );
}

interface PersonFilterBarProps {
  readonly filters: PersonFilters;
  readonly onChange: (filters: PersonFilters) => void;
}

/** District, referent, pathway and order. */
export function PersonFilterBar({ filters, onChange }: PersonFilterBarProps) {
  const text = useWords(personsWords);
  const names = useWords(districtWords);
  return (
    <div className={css.filters}>
      <SelectField<District | ''>
        label={text.district}
        value={filters.district ?? ''}
        options={[['', text.anyDistrict], ...districts.map((it) => [it, names[it]] as const)]}
        onChange={(district) => onChange({ ...filters, district: district || undefined })}
      />
      <SelectField<Referent | ''>
        label={text.referent}
        value={filters.referent ?? ''}
        options={[
          ['', text.anyReferent],
          ['nous', text.ourselves],
          ['autre', text.otherReferent],
        ]}
        onChange={(referent) => onChange({ ...filters, referent: referent || undefined })}
      />
      <SelectField<Pathway | ''>
        label={text.pathway}
        value={filters.pathway ?? ''}
        options={[
          ['', text.anyPathway],
          ['en-cours', text.openPathway],
          ['aucun', text.noPathway],
        ]}
        onChange={(pathway) => onChange({ ...filters, pathway: pathway || undefined })}
      />
      <SelectField
        label={text.order}
        value={filters.order}
        options={[
          ['NAME', text.byName],
          ['NEWEST', text.byNewest],
        ]}
        onChange={(order) => onChange({ ...filters, order })}
      />
    </div>
  );
}
