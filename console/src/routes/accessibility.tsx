import { accessibilityWords } from '../copy/accessibility.js';
import { Page, Panel } from '../kit/page.js';
import { useWords } from '../lib/language.js';

/** The accessibility statement. */
export function AccessibilityScreen() {
  const text = useWords(accessibilityWords);
  return (
    <Page title={text.title}>
      <p>{text.state}</p>
      <Panel title={text.testedTitle}>
        <Lines of={text.tested} />
      </Panel>
      <Panel title={text.notMetTitle}>
        <Lines of={text.notMet} />
      </Panel>
      <Panel title={text.contactTitle}>
        <p>{text.contact}</p>
      </Panel>
    </Page>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
