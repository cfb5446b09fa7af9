import { ConfigurationError, filePlace, type Place } from 'strapi-plugin-kit/config';
import { placeOf } from '../../../core/read/place';
import { assertPlain } from './assert-plain';
import { composeDocument, type ParsedDocument, type Refuse } from './compose-document';
import { offsetOf } from './nodes';
import { type AsInHeaders, readAsHeader } from './read-as-header';

/** Settings as they are written, not yet checked. */
export interface WrittenSettings {
  readonly value: unknown;
  /** Names a key with its line and column. */
  readonly place: Place;
}

/** How many times aliases may repeat values. */
const MAX_ALIASES = 100;

/** The library does not know that a carriage return alone ends a line, too. */
export const plainText = (written: string): string =>
  written.replace(/^\ufeff/, '').replace(/\r(?!\n)/g, '\n');

/** Makes errors that name a file, and the line and column of an offset in its text. */
export const refuserOf =
  (text: string, file: string): Refuse =>
  (offset, problem) => {
    const position = placeOf(text, offset);
    const place = filePlace(file, () => position);
    return new ConfigurationError(place, { path: [], part: 'value', problem });
  };

/** Characters that YAML allows nowhere. */
const CONTROL = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Reads settings as YAML 1.2, where only `true` and `false` are truth values: `no: nb` has the key `no`,
 * Norwegian. The result holds texts, numbers, truth values, lists and mappings; a repeated key, a tag, a
 * merge (`<<`) and a second document are refused.
 *
 * Headers are read as YAML 1.1, where `on: x` has the key `true`. So are the keys here that name keys of
 * headers, and values that may be `false`, which many write as `no` or `off`.
 *
 * @param file the name of the file in messages
 * @throws ConfigurationError with line and column
 */
export const readSettingsYaml = (
  written: string,
  file: string,
  asInHeaders: AsInHeaders
): WrittenSettings => {
  const text = plainText(written);
  const refuse = refuserOf(text, file);
  const control = text.search(CONTROL);
  if (control !== -1) {
    const code = (text.codePointAt(control) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw refuse(control, `is not YAML: it holds the control character U+${code}`);
  }
  const document = composeDocument(text, refuse);
  readAsHeader(document, asInHeaders);
  const [firstAlias = 0] = assertPlain(document, refuse);
  const place = filePlace(file, (path, part) => placeOf(text, offsetOf(document, path, part)));
  return { value: toValue(document, firstAlias, refuse), place };
};

const toValue = (document: ParsedDocument, firstAlias: number, refuse: Refuse): unknown => {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    // `assertPlain` has checked where aliases lead: what is left is that there are too many.
    if (!(error instanceof ReferenceError)) throw error;
    const problem = `repeats by aliases, from here on, more than ${MAX_ALIASES} times. Make it smaller`;
    throw refuse(firstAlias, problem);
  }
};
