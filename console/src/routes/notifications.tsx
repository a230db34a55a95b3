import { Page } from '../kit/page.js';

export function NotificationsScreen() {
  return <Page title="Notifications">…</Page>;
}
