import { type FormEvent, useState } from 'react';
import { referralWords } from '../../copy/referrals.js';
import { remembering } from '../../hub/remembering.js';
import { Button } from '../../kit/button.js';
import { TextField } from '../../kit/field.js';
import { useWords } from '../../lib/language.js';
import css from './reception.module.css';

/** What is searched among referrals: mostly a person's name, and so it is never in the address. */
export const useReferralSearch = remembering('');

interface ReceptionSearchProps {
  readonly applied: string;
  readonly onApply: (search: string) => void;
}

/** Searches when it is submitted and not at each key: the hub records every person that a search shows. */
export function ReceptionSearch({ applied, onApply }: ReceptionSearchProps) {
  const text = useWords(referralWords);
  const [typed, setTyped] = useState(applied);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply(typed.trim());
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2024 do not all know the search element
    <form className={css.search} role="search" noValidate onSubmit={submit}>
      <TextField label={text.searchField} type="search" value={typed} onChange={setTyped} />
      <Button type="submit">{text.search}</Button>
    </form>
  );
}
