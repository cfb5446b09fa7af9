import { isMap, isScalar, type Node, visit } from 'yaml';

/**
 * Where a colon follows a list or mapping in brackets that is a value itself: `a: [b]: c`. Psych
 * refuses it; the `yaml` library takes it for a key of no name. Null where there is none.
 *
 * @returns an offset in UTF-16 units
 */
export function loneColon(root: Node | null, text: string): number | null {
  if (!/[\]}][ \t]*:(?:\s|$)/.test(text)) return null;
  let found: number | null = null;
  visit(root, {
    Pair: (_, { key }) => {
      if (!isScalar(key) || key.source !== '' || !key.range) return undefined;
      const [at] = key.range;
      const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
      if (!/\S[^?-]*[\]}][ \t]*$/.test(before)) return undefined;
      found = at;
      return visit.BREAK;
    },
    Map: (_, map) => (isMap(map) && map.flow === true ? visit.SKIP : undefined),
  });
  return found;
}
