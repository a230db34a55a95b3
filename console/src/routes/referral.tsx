import { Page } from '../kit/page.js';

export function ReferralScreen() {
  return <Page title="Orientation">…</Page>;
}
