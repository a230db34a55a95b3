import { Page } from '../kit/page.js';

export function ReceptionScreen() {
  return <Page title="Orientations">…</Page>;
}
