/**
 * All that a page of the hub loads, by address: its scripts and styles, and what its modules import.
 * @param load gets a file, whose text is its `body`
 */
export async function loadedBy<File extends { readonly body: string }>(
  html: string,
  load: (address: string) => Promise<File>,
): Promise<Map<string, File>> {
  const files = new Map<string, File>();
  const open = addressesIn(html);
  for (let address = open.pop(); address; address = open.pop()) {
    if (files.has(address)) continue;
    const file = await load(address);
    files.set(address, file);
    for (const [, name] of file.body.matchAll(/^import .* from '\.\/([\w.-]+)';$/gm)) {
      open.push(address.replace(/[^/]+$/, String(name)));
    }
  }
  return files;
}

/** The addresses that a page names, as a browser resolves them from a page at the root. */
export function addressesIn(html: string): string[] {
  return [...html.matchAll(/<(?:script|link)\b[^>]*\s(?:src|href)="(?!data:)([^"]+)"/g)].map(
    ([, path]) => `/${path}`,
  );
}
