import { createHash } from 'node:crypto';

/** The source of a style element with this text, for a content security policy. */
export function styleSource(styles: string): string {
  return `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;
}

/** The content security policy of a page that consists of its HTML and one style element with this text. */
export function styleOnlyPolicy(styles: string): string {
  return `default-src 'none'; style-src ${styleSource(styles)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
