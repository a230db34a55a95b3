import { Link } from '@tanstack/react-router';
import { shellWords } from '../copy/shell.js';
import { Page } from '../kit/page.js';
import { useWords } from '../lib/language.js';

/** An address that no screen has. */
export function NotFound() {
  const text = useWords(shellWords);
  return (
    <Page title={text.notFound}>
      <p>
        {text.notFoundWhat} <Link to="/">{text.start}</Link>
      </p>
    </Page>
  );
}
