/** A text that may have been cut. */
export interface CutText {
  readonly text: string;
  readonly isCut: boolean;
}

/** Characters of a text that are shown before what differs in it. */
const AROUND = 16;

/** A text of at most so many characters, none of them halved. */
export const cutText = (text: string, most: number): CutText => {
  // A character has at most two code units: what is longer need not be counted.
  const characters = [...text.slice(0, 2 * most + 2)];
  if (characters.length <= most) return { text, isCut: false };
  return { text: `${characters.slice(0, most).join('')}…`, isCut: true };
};

const samePart = (one: readonly string[], other: readonly string[]): number => {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same;
};

/** Two versions of a text, each of at most so many characters, from shortly before that in which they differ. */
export const cutVersions = (
  before: string,
  after: string,
  most: number
): { readonly before: CutText; readonly after: CutText } => {
  const same = samePart([...before], [...after]);
  const start = same > most - AROUND ? same - AROUND : 0;
  const cut = (text: string): CutText => {
    if (start === 0) return cutText(text, most);
    const shown = cutText([...text].slice(start).join(''), most);
    return { text: `…${shown.text}`, isCut: true };
  };
  return { before: cut(before), after: cut(after) };
};
