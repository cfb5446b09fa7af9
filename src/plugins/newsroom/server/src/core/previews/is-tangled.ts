import { IMPLIED_ENDS } from '../../../../core/block-tags';
import { sourcePieces } from '../../../../core/source-pieces';

/** Tags without an end tag. */
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' ')
);

/** Nobody writes elements in elements so deep. */
const DEEPEST = 300;

/** Nor so many brackets. */
const MOST_BRACKETS = 3000;

/** Nor so many beginnings of comments and declarations, for each of which the rest of the text is looked through. */
const MOST_DECLARATIONS = 500;

/** How deep elements stand in each other at most, were each that is opened closed by its end tag alone. */
const depthOf = (source: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const { kind, name = '', isClosing } of sourcePieces(source)) {
    if (kind !== 'tag' || VOID.has(name) || IMPLIED_ENDS.has(name)) continue;
    depth = isClosing === true ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
};

/**
 * Whether a body is written so that to take it apart would take seconds, in which nobody else is answered: the time
 * that libraries take grows with the square of how deep elements stand, and of how many brackets are not closed.
 */
export const isTangled = (source: string): boolean =>
  source.split('[').length > MOST_BRACKETS ||
  source.split(/<[!?]/u).length > MOST_DECLARATIONS ||
  depthOf(source) > DEEPEST;
