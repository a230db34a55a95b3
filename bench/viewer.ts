import type { Viewer } from '../src/access/viewer.js';

/** A member in whose name the bench asks. */
export interface BenchViewer extends Viewer {
  readonly subject: string;
}

/** The viewer in the header that the bare server trusts. */
export function headerOf({ memberId, partnerId, role, subject }: BenchViewer): string {
  return [memberId, partnerId, role, subject].join(' ');
}

/** The viewer of such a header. */
export function viewerOf(header: string): BenchViewer {
  const [memberId = '', partnerId = '', role = '', subject = ''] = header.split(' ');
  return { memberId, partnerId, role: role as Viewer['role'], subject, mayWrite: true };
}
