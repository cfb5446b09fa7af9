/**
 * Text of at most `limit` characters (code points), cut at the end of a word where words are
 * joined by hyphens. A first word that is longer than the limit is cut inside.
 */
export function cutWords(text: string, limit: number): string {
  const characters = Array.from(text);
  if (characters.length <= limit) return text;
  const cut = characters.slice(0, limit).join('');
  if (characters[limit] === '-') return cut;
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : cut;
}
