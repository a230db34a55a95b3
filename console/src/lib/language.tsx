import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Words } from './words.js';

export type Language = 'fr' | 'en';

const isLanguage = (code: string): code is Language => code === 'fr' || code === 'en';

interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): void;
}

const Current = createContext<LanguageChoice>({ language: 'fr', choose: () => {} });

/** The first language of the browser that the console has; French without one. */
function preferred(): Language {
  return navigator.languages.map((it) => it.slice(0, 2)).find(isLanguage) ?? 'fr';
}

/** Provides the language of the console to its children. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(preferred);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(() => ({ language, choose }), [language]);
  return (
    <Current value={choice}>
      <I18nProvider locale={language === 'fr' ? 'fr-FR' : 'en-GB'}>{children}</I18nProvider>
    </Current>
  );
}

export function useLanguage(): LanguageChoice {
  return useContext(Current);
}

/** The words in the reader's language. */
export function useWords<T>(of: Words<T>): T {
  return of[useLanguage().language];
}
