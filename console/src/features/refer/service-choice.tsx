import { useEffect, useState } from 'react';
import { themeWords } from '../../copy/enums.js';
import { referWords } from '../../copy/refer.js';
import type { ServiceTheme } from '../../hub/gql/enums.js';
import { optionsOf, SelectField, TextField } from '../../kit/field.js';
import { useWords } from '../../lib/language.js';
import css from './refer.module.css';
import { type ChosenService, ServiceList } from './service-list.js';

/** How long the user must have stopped typing before the hub searches, in milliseconds. */
const pause = 300;

interface ServiceChoiceProps {
  readonly person: string;
  /** The id of the chosen service, and how it is named. */
  readonly chosen: string;
  readonly label: string | undefined;
  readonly error: string | undefined;
  readonly onChoose: (chosen: ChosenService) => void;
}

/** The services of the other partners: by theme and words, with places and obstacles. */
export function ServiceChoice({ person, chosen, label, error, onChoose }: ServiceChoiceProps) {
  const text = useWords(referWords);
  const themes = useWords(themeWords);
  const [theme, setTheme] = useState<ServiceTheme | ''>('');
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <fieldset className={css.choice}>
      <legend className={css.legend}>{text.chooseService}</legend>
      <div className={css.filters}>
        <TextField label={text.search} type="search" error={error} value={typed} onChange={setTyped} />
        <SelectField<ServiceTheme | ''>
          label={text.theme}
          value={theme}
          options={[['', text.anyTheme], ...optionsOf(themes)]}
          onChange={setTheme}
        />
      </div>
      {label && <p>{text.chosen(label)}</p>}
      <ServiceList {...{ person, search, theme, chosen, onChoose }} />
    </fieldset>
  );
}
