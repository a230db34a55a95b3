/** What a script or a style names beside itself: imports, also those on demand, workers, fonts. */
const named = /(?:["'`(]\.\/|new URL\(["'`])([\w.-]+\.(?:js|css|ttf|woff2))["'`)]/g;

/**
 * Loads all files of a page of the hub, by address: its scripts and styles, and the files that these name.
 * @param load loads a file; `body` is its text
 */
export async function loadPageFiles<File extends { readonly body: string }>(
  html: string,
  load: (address: string) => Promise<File>,
): Promise<Map<string, File>> {
  const files = new Map<string, File>();
  const pending = addressesIn(html);
  for (let address = pending.pop(); address; address = pending.pop()) {
    if (files.has(address)) continue;
    const file = await load(address);
    files.set(address, file);
    for (const [, name] of file.body.matchAll(named)) {
      pending.push(address.replace(/[^/]+$/, String(name)));
    }
  }
  return files;
}

/** The content types of the files that pages load, by the end of their names. */
export const fileTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** The addresses of scripts and links in a page, resolved against the root. */
export function addressesIn(html: string): string[] {
  return [...html.matchAll(/<(?:script|link)\b[^>]*\s(?:src|href)="(?!data:)([^"]+)"/g)].map(
    ([, path]) => `/${path}`,
  );
}
