const NUL = '\0';

const inText = (text: string): string | null => {
  if (text.includes(NUL)) return 'Text with a NUL character cannot be stored. Remove it.';
  if (!text.isWellFormed()) {
    return 'Text with half of a surrogate pair cannot be stored. Remove the broken character.';
  }
  return null;
};

/**
 * What is wrong with a decoded value or its keys, as a sentence; null where every database takes it.
 * It walks without recursion: what is too deep must not end the walk itself.
 * @param depth - levels that it may have
 */
export const findUnstorable = (value: unknown, depth: number): string | null => {
  const rest: { value: unknown; level: number }[] = [{ value, level: 0 }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { value: found, level } = next;
    if (typeof found === 'string') {
      const wrong = inText(found);
      if (wrong !== null) return wrong;
    } else if (typeof found === 'object' && found !== null && !Buffer.isBuffer(found)) {
      if (level >= depth) return `What is sent may be ${depth} levels deep.`;
      for (const [key, member] of Object.entries(found)) {
        const wrong = inText(key);
        if (wrong !== null) return wrong;
        rest.push({ value: member, level: level + 1 });
      }
    }
  }
  return null;
};
