import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { KeptAnswer, Packing } from './kept-answer';

/** Shorter bodies are sent in one packet anyway. */
const WORTHWHILE = 1400;

/** As much as can be had in some milliseconds: the higher qualities of Brotli take seconds. */
const QUALITY = 5;

const packers: Readonly<Record<Packing, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body) => promisify(gzip)(body),
};

export const isWorthPacking = ({ body }: KeptAnswer): boolean => body.length > WORTHWHILE;

/** The same answer with its body packed in one more way. */
export const packAnswer = async (answer: KeptAnswer, packing: Packing): Promise<KeptAnswer> => ({
  ...answer,
  packed: new Map([...answer.packed, [packing, await packers[packing](answer.body)]]),
});
