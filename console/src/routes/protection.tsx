import { releaseWords } from '../copy/releases.js';
import { FiguresPage } from '../features/committee/figures-page.js';
import { ProtectionForm } from '../features/committee/protection-form.js';
import { useWords } from '../lib/language.js';

/** How the committee's figures are protected. The data protection officer of the town chooses it. */
export function ProtectionScreen() {
  const text = useWords(releaseWords);
  return (
    <FiguresPage title={text.protection}>
      <ProtectionForm />
    </FiguresPage>
  );
}
