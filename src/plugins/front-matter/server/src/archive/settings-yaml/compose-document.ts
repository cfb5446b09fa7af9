import type { ConfigurationError } from 'strapi-plugin-kit/config';
import { Composer, type CST, type Document, type ParsedNode, Parser } from 'yaml';

/** An error that says what is wrong with the file at an offset, going on after "it". */
export type Refuse = (offset: number, problem: string) => ConfigurationError;

export type ParsedDocument = Document.Parsed<ParsedNode>;

/** Deeper than anybody nests; each level takes its part of the stack. */
const MAX_DEPTH = 100;

/** Parses the one document of a text, keys that stand twice included. */
export function composeDocument(text: string, refuse: Refuse): ParsedDocument {
  const tokens = [...new Parser().parse(text)];
  const documents = tokens.filter((token) => token.type === 'document');
  const second = documents.slice(1).find(({ value }) => value !== undefined);
  if (second !== undefined) {
    throw refuse(second.offset, 'holds more than one document. Write one');
  }
  for (const { value, offset } of documents) {
    if (value !== undefined && isTooDeep(value)) {
      throw refuse(offset, 'is nested too deeply. Make it smaller');
    }
  }
  const composer = new Composer<ParsedNode>({
    version: '1.2',
    schema: 'core',
    customTags: [],
    resolveKnownTags: false,
    merge: false,
    prettyErrors: false,
    // The library would compare each key with all others: `assertPlain` does not.
    uniqueKeys: false,
    logLevel: 'error',
  });
  const [document] = composer.compose(tokens, true, text.length);
  if (document === undefined) throw refuse(0, 'is not YAML');
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw refuse(problem.pos[0], `is not YAML: ${problem.message}`);
  return document;
}

/** Whether collections go too deep. Parsing takes no stack for them, composing does. */
function isTooDeep(root: CST.Token): boolean {
  const open: { readonly token: CST.Token; readonly depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return true;
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      for (const inner of [key, value]) {
        if (inner !== undefined && inner !== null) open.push({ token: inner, depth: depth + 1 });
      }
    }
  }
  return false;
}
