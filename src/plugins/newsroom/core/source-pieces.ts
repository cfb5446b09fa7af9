/** A part of a body's source. */
export interface SourcePiece {
  /** `raw` is what stands in a script or a style; `liquid` a tag or an output of Liquid's. */
  readonly kind: 'text' | 'tag' | 'comment' | 'liquid' | 'raw';
  readonly from: number;
  readonly to: number;
  /** The name of a tag, in lower case. */
  readonly name?: string;
  readonly isClosing?: boolean;
}

const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:[\s/](?:[^<>"']|"[^"]*"|'[^']*')*)?>/iy;
const OPENS: readonly (readonly [open: string, close: string, kind: 'comment' | 'liquid'])[] = [
  ['<!--', '-->', 'comment'],
  ['{%', '%}', 'liquid'],
  ['{{', '}}', 'liquid'],
];
const RAW = new Set(['script', 'style']);

/** Takes the source of a body, HTML or Markdown, apart; in one pass, however broken it is. */
export const sourcePieces = (source: string): SourcePiece[] => {
  const pieces: SourcePiece[] = [];
  /** What has no end any more is not looked for again. */
  const endless = new Set<string>();
  let isText = 0;
  const endOf = (close: string, from: number): number => {
    if (endless.has(close)) return -1;
    const at = source.indexOf(close, from);
    if (at < 0) endless.add(close);
    return at;
  };
  const add = (piece: SourcePiece): void => {
    if (piece.from > isText) pieces.push({ kind: 'text', from: isText, to: piece.from });
    pieces.push(piece);
    isText = piece.to;
  };
  const next = /[<{]/gu;
  for (let found = next.exec(source); found !== null; found = next.exec(source)) {
    const from = found.index;
    const opened = OPENS.find(([open]) => source.startsWith(open, from));
    if (opened !== undefined) {
      const [open, close, kind] = opened;
      const end = endOf(close, from + open.length);
      if (end >= 0) add({ kind, from, to: end + close.length });
    } else {
      TAG.lastIndex = from;
      const tag = TAG.exec(source);
      if (tag !== null) {
        const name = (tag[2] ?? '').toLowerCase();
        const isClosing = tag[1] === '/';
        add({ kind: 'tag', from, to: from + tag[0].length, name, isClosing });
        const end = RAW.has(name) && !isClosing ? endOf(`</${name}`, isText) : -1;
        if (end > isText) add({ kind: 'raw', from: isText, to: end });
      }
    }
    next.lastIndex = Math.max(isText, from + 1);
  }
  if (isText < source.length) pieces.push({ kind: 'text', from: isText, to: source.length });
  return pieces;
};
