/** Liquid's tags that need an end tag, as Jekyll registers them. */
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
/** Labels without brackets inside, which are looked up in a set. */
const LABEL = /\[[^[\]\n]+\]/g;
const LINK_DEFINITION = /(?<![^\n]) {0,3}(\[[^[\]\n]+\])(:[^\n]+)/g;

/**
 * `Excerpt#extract_excerpt`: the text before the separator, with the ends of Liquid blocks that it leaves
 * open and the definitions of links that it uses. The whole text where there is no separator, or nothing
 * after it.
 */
export const excerptOf = (content: string, separator: string): string | null => {
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
};

const closeBlocks = (head: string): string => {
  if (!head.includes('{%')) return head;
  const names = new Set([...head.matchAll(TAG)].map((found) => found[1] ?? '').reverse());
  let closed = head;
  for (const name of names) {
    if (BLOCKS.has(name) && !new RegExp(`\\{%-?\\s*end${name}`).test(closed)) {
      closed += `\n{% end${name} %}`;
    }
  }
  return closed;
};
