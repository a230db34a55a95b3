import { releaseWords } from '../copy/releases.js';
import { ProtectionForm } from '../features/committee/protection-form.js';
import { Page } from '../kit/page.js';
import { useWords } from '../lib/language.js';

/** How the committee's figures are protected. The data protection officer of the town chooses it. */
export function ProtectionScreen() {
  const text = useWords(releaseWords);
  return (
    <Page title={text.protection}>
      <ProtectionForm />
    </Page>
  );
}
