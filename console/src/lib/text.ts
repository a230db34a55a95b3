/** Whether a text contains the words of a search, whatever their accents and case. */
export function matchesText(text: string, search: string): boolean {
  const found = plain(text);
  return plain(search)
    .split(/\s+/)
    .every((word) => found.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
