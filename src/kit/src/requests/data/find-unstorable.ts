import { messages } from '../../texts/kit-messages';
import { BadRequest } from '../errors/request-errors';

const NUL = '\0';

const inText = (text: string): BadRequest | null => {
  if (text.includes(NUL)) return messages.error(BadRequest, 'text.nul');
  return text.isWellFormed() ? null : messages.error(BadRequest, 'text.surrogate');
};

/**
 * What is wrong with a decoded value or its keys, as an error; null where every database takes it.
 * It walks without recursion: what is too deep must not end the walk itself.
 * @param depth - levels that it may have
 */
export const findUnstorable = (value: unknown, depth: number): BadRequest | null => {
  const rest: { value: unknown; level: number }[] = [{ value, level: 0 }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { value: found, level } = next;
    if (typeof found === 'string') {
      const wrong = inText(found);
      if (wrong !== null) return wrong;
    } else if (typeof found === 'object' && found !== null && !Buffer.isBuffer(found)) {
      if (level >= depth) return messages.error(BadRequest, 'text.deep', { depth });
      for (const [key, member] of Object.entries(found)) {
        const wrong = inText(key);
        if (wrong !== null) return wrong;
        rest.push({ value: member, level: level + 1 });
      }
    }
  }
  return null;
};
