import { preferencesWords } from '../../copy/preferences.js';
import { shellWords } from '../../copy/shell.js';
import { CheckField, optionsOf, SelectField } from '../../kit/field.js';
import { Panel } from '../../kit/page.js';
import { useLanguage, useWords } from '../../lib/language.js';
import { useKeysAreOn } from './shortcuts.js';
import { useTheme } from './theme.js';

/** Language, theme and keys. They belong to the tab, and are not stored. */
export function TabPreferences() {
  const text = useWords(preferencesWords);
  const shell = useWords(shellWords);
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useTheme();
  const [keysAreOn, setKeysOn] = useKeysAreOn();
  return (
    <Panel title={text.tab}>
      <p>{text.tabWhat}</p>
      <SelectField
        label={text.language}
        value={language}
        options={optionsOf(text.languages)}
        onChange={choose}
      />
      <SelectField label={shell.theme} value={theme} options={optionsOf(shell.themes)} onChange={setTheme} />
      <CheckField label={text.keys} value={keysAreOn} onChange={setKeysOn} />
    </Panel>
  );
}
