import { createMessages, type Message } from 'strapi-plugin-kit/texts';
import { findFailure } from 'strapi-plugin-kit/database';

import { BoxError } from '../../boxes/unpack-box';
import { messages } from '../../messages';
import { messageOf } from '../../run/message-of';
import { BOX_TEXTS } from './box-texts';

const OTHERS = {
  'broke-off': messages.all['upload.broke-off'],
  'disk-full': messages.all['upload.disk-full'],
  'not-unpacked': messages.all['upload.not-unpacked'],
  'not-newer': messages.all['upload.not-newer'],
};

const texts = createMessages<keyof typeof BOX_TEXTS | keyof typeof OTHERS>({
  ...BOX_TEXTS,
  ...OTHERS,
});

/** Why an upload was not unpacked, to be said in whatever language it is read in. */
export interface Refusal {
  readonly key: keyof typeof texts.all;
  readonly values: Readonly<Record<string, string | number>>;
}

export const BROKE_OFF: Refusal = { key: 'broke-off', values: {} };

/** A newer version in which there are no posts where the archive has them. */
export class NotNewer extends Error {}

/** The reason that an error gives. */
export const refusalOf = (error: unknown): Refusal => {
  if (error instanceof BoxError) return { key: error.key, values: error.values };
  if (error instanceof NotNewer) return { key: 'not-newer', values: { reason: error.message } };
  if (findFailure(error)?.kind === 'full') return { key: 'disk-full', values: {} };
  return { key: 'not-unpacked', values: { reason: messageOf(error) } };
};

/**
 * Says a reason in a language.
 *
 * @param otherwise what was said in English when it was refused, for a reason that this release does not know
 */
export const sayRefusal = (
  language: string,
  refusal: Refusal | null,
  otherwise: string | null
): string | null => {
  const known: Readonly<Record<string, Message>> = texts.all;
  if (refusal === null || known[refusal.key] === undefined) return otherwise;
  return texts.in(language, refusal.key, refusal.values);
};
