import { quoted } from '../header-syntax';
import { printable } from '../printable';

/**
 * Explains what is wrong with a value that is not YAML and may mean more than one thing, and what to write
 * for each.
 *
 * @param key null for an item of a list
 * @param value one line, trimmed
 */
export const adviseOnValue = (key: string | null, value: string): string => {
  const what = key === null ? 'This item' : `"${key}"`;
  const write = (yaml: string): string => printable(key === null ? `- ${yaml}` : `${key}: ${yaml}`);
  const first = value[0] ?? '';
  const asText = write(quoted(value));
  if (first === '"' || first === "'") {
    const isLone = value.length === 1 || !value.slice(1).includes(first);
    const wrong = isLone
      ? `opens a ${first} that is not closed`
      : `has ${first} inside that ends it too early`;
    const inner = value.replace(/^["']|["']$/g, '');
    return `${what} ${wrong}. Put the whole text between single quotes, each ' in it twice: ${write(quoted(inner))}`;
  }
  if (first === '[' || first === '{') {
    const close = first === '[' ? ']' : '}';
    if (value.includes(close) && isOdd(value)) {
      return `${what} has an opening quote without a closing one in its list. Write the second one, or for a text ${asText}`;
    }
    return value.includes(close)
      ? `${what} begins with ${first} and has something that belongs in quotes. For a text, write ${asText}; in a list, quote the item.`
      : `${what} opens a ${first} that is not closed. Write ${write(value.replace(/[,\s]*$/, close))}, or for a text ${asText}`;
  }
  if (first === '>' || first === '|') {
    return `${what} has text behind ${first}, where YAML expects it on the next line, indented by two spaces. Move it there, or write ${asText}`;
  }
  if (/[ \t]#(?:[ \t]|$)/.test(value)) {
    const [text = ''] = value.split(/[ \t]+#(?:[ \t]|$)/);
    return `${what} has a " #", which begins a comment. Write ${asText} if it is text, or ${write(quoted(text))} without the comment.`;
  }
  if (/^-[ \t]/.test(value)) {
    return `${what} begins with a dash on the line of its key. Put each item on a line of its own below the key, or for a text write ${asText}`;
  }
  if (/^[-?:,@`%&*!\]}]/.test(value)) {
    return `${what} begins with ${first}, which YAML reserves. For a text, write ${asText}`;
  }
  if (/:(?:[ \t]|$)/.test(value)) {
    return `${what} holds a colon and a space, as a key does. For a text, write ${asText}; for a key of its own, begin a new line before it, indented by two spaces if it belongs to ${what}.`;
  }
  return `${what} is not YAML. For a text, write ${asText}`;
};

const isOdd = (value: string): boolean =>
  ['"', "'"].some((mark) => value.split(mark).length % 2 === 0);
