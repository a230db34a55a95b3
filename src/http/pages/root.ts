/**
 * The relative path from a page to the hub's root. Addresses in pages are relative, because a proxy may serve the hub
 * under a path prefix.
 */
export function rootFrom(url: string): string {
  const depth = url.split('?')[0]?.split('/').length ?? 2;
  return '../'.repeat(depth - 2) || './';
}
