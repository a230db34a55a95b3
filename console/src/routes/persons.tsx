import { Page } from '../kit/page.js';

export function PersonsScreen() {
  return <Page title="Personnes">…</Page>;
}
