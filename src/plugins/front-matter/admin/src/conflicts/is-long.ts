import type { ConflictField, ConflictValue } from '../../../server/src/panel/conflict-contract';

/** A text that is longer, in characters, is compared line by line. */
const SHORT = 200;

const isLongText = (value: ConflictValue): boolean =>
  value.kind === 'text' && (value.text.length > SHORT || value.text.includes('\n'));

/** The two texts of a field that are to be compared line by line; null where they are short, or are no texts. */
export const longTexts = ({
  archive,
  site,
}: Pick<ConflictField, 'archive' | 'site'>): {
  readonly archive: string;
  readonly site: string;
} | null => {
  if (!isLongText(archive) && !isLongText(site)) return null;
  const textOf = (value: ConflictValue): string => (value.kind === 'text' ? value.text : '');
  return { archive: textOf(archive), site: textOf(site) };
};

/** Whether not all of a field is shown. */
export const isCut = ({ archive, site }: Pick<ConflictField, 'archive' | 'site'>): boolean =>
  [archive, site].some((value) => value.kind === 'text' && value.isCut);
