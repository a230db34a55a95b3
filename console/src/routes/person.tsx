import { Page } from '../kit/page.js';

export function PersonScreen() {
  return <Page title="Personne">…</Page>;
}
