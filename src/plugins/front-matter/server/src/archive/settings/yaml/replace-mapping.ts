import { isMap, isScalar, Pair, Scalar, YAMLMap } from 'yaml';
import { headerKey } from '../../../core/dialects/list';
import type { MappedKey } from '../../../core/keys/mapped-key';
import { composeDocument, type Refuse } from './compose-document';
import { plainText, refuserOf } from './read-settings-yaml';

/** Long texts stay on one line, as people write them. */
const LAYOUT = { lineWidth: 0, flowCollectionPadding: true };

/** A key that would be read as another without quotes: `on` is the key `true` of a header. */
const keyNode = (key: string): Scalar<string> => {
  const node = new Scalar(key);
  if (headerKey(key) !== key) node.type = Scalar.QUOTE_DOUBLE;
  return node;
};

const valueNode = (to: MappedKey['to']): Scalar<string> | YAMLMap => {
  if (typeof to === 'string') return new Scalar(to);
  const node = new YAMLMap();
  node.flow = true;
  for (const name of ['relation', 'by'] as const) {
    node.add(new Pair(new Scalar(name), new Scalar(to[name])));
  }
  return node;
};

/** A mapping as YAML; a key that is there twice stays so, for the parser to refuse. */
const mappingNode = (mapping: readonly MappedKey[]): YAMLMap => {
  const node = new YAMLMap();
  node.items = mapping.map(({ key, to }) => new Pair(keyNode(key), valueNode(to)));
  if (mapping.length === 0) node.flow = true;
  return node;
};

/**
 * Replaces the `mapping` of settings, and keeps everything else, comments included. The result is not checked: it is
 * to be parsed as the file itself would be.
 *
 * @param written the settings as they are; empty where there are none
 * @param file the name of the file in messages
 * @throws ConfigurationError for what is no YAML
 */
export const replaceMapping = (
  written: string,
  mapping: readonly MappedKey[],
  file: string
): string => {
  const text = plainText(written);
  const refuse: Refuse = refuserOf(text, file);
  const document = composeDocument(text, refuse);
  // What holds no keys is refused when it is parsed.
  const { contents } = document;
  if (!isMap(contents)) {
    // What holds anything but keys is refused when it is parsed.
    if (isScalar(contents) ? contents.value !== null : contents !== null) return text;
    document.contents = null;
  }
  document.set('mapping', mappingNode(mapping));
  try {
    return document.toString(LAYOUT);
  } catch (error) {
    // The library knows no other reason.
    const reason = error instanceof Error ? error.message : String(error);
    throw refuse(
      0,
      `repeats a part of "mapping" elsewhere (${reason}). Write it out instead of using "*"`
    );
  }
};
