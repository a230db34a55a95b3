import { Page } from '../kit/page.js';

export function ReferScreen() {
  return <Page title="Orienter">…</Page>;
}
