/** What the hub writes into the page. */
export interface Settings {
  /** How people sign in: as a demonstration account, with a pasted token, or at the identity provider. */
  readonly signIn: 'demo' | 'jwt' | 'oidc';
  /** After how many minutes without input the console is locked; 0 means never. */
  readonly lockAfter: number;
  /** The path from the page to the root of the hub, such as `../`. */
  readonly root: string;
}

const content = document.querySelector<HTMLMetaElement>('meta[name="hub"]')?.content ?? '';

/** The settings of this page; those of a demonstration when `vite dev` serves it. */
export const settings: Settings = content.startsWith('{')
  ? (JSON.parse(content) as Settings)
  : { signIn: 'demo', lockAfter: 15, root: '/' };

/** The address of the hub's root, with a slash at its end. */
export const root = new URL(settings.root, location.href);

/** An address of the hub. */
export function hubAddress(path: string): string {
  return new URL(path, root).href;
}
