/** Liquid's tags that have an end, as Jekyll registers them. */
const BLOCKS = new Set([
  'capture',
  'case',
  'comment',
  'for',
  'if',
  'ifchanged',
  'raw',
  'tablerow',
  'unless',
  'highlight',
]);

const TAG = /\{%-?\s*(\w+)/g;
/** Labels without brackets of their own: those are looked up, not searched for one by one. */
const LABEL = /\[[^[\]\n]+\]/g;
const LINK_DEFINITION = /(?<![^\n]) {0,3}(\[[^[\]\n]+\])(:[^\n]+)/g;

/** Looking for a text takes up to its length times the body's: what nobody writes is not looked for. */
export const MAX_SEPARATOR = 200;

/**
 * `Excerpt#extract_excerpt`: the text before the separator, with Liquid blocks closed that it
 * leaves open and with the definitions of links it uses. The whole text where there is no
 * separator, or nothing after it.
 */
export function excerptOf(content: string, separator: string): string | null {
  if (separator === '') return null;
  const at = content.indexOf(separator);
  const tail = at === -1 ? '' : content.slice(at + separator.length);
  if (tail === '') return at === -1 ? content : content.slice(0, at);
  const head = closeBlocks(content.slice(0, at));
  if (!tail.includes(']:')) return head;
  const labels = new Set(head.match(LABEL));
  const definitions = [...tail.matchAll(LINK_DEFINITION)]
    .filter(([, label]) => labels.has(label ?? ''))
    .map(([, label, target]) => `${label}${target}`);
  return definitions.length === 0 ? head : `${head}\n\n${definitions.join('\n')}`;
}

function closeBlocks(head: string): string {
  if (!head.includes('{%')) return head;
  const names = new Set([...head.matchAll(TAG)].map((found) => found[1] ?? '').reverse());
  let closed = head;
  for (const name of names) {
    if (BLOCKS.has(name) && !new RegExp(`\\{%-?\\s*end${name}`).test(closed)) {
      closed += `\n{% end${name} %}`;
    }
  }
  return closed;
}
