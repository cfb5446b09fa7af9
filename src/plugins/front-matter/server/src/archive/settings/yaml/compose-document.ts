import type { ConfigurationError } from 'strapi-plugin-kit/config';
import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';

/** Makes an error at an offset. The problem continues a sentence whose subject is the file. */
export type Refuse = (offset: number, problem: string) => ConfigurationError;

export type ParsedDocument = Document.Parsed<ParsedNode>;

/** Levels of nesting, each of which takes some of the stack. */
const MAX_DEPTH = 100;

/** Words, marks and line ends: a hundred times those of the largest settings. */
const MAX_TOKENS = 150_000;

const MAX_LINES = 50_000;

/** Parses the one document of a text; repeated keys are kept. */
export const composeDocument = (text: string, refuse: Refuse): ParsedDocument => {
  if (isTooLarge(text)) throw refuse(0, 'is too large. Make it smaller');
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
    // The library would compare each key with all others; `assertPlain` finds repeated keys faster.
    uniqueKeys: false,
    logLevel: 'error',
  });
  const [document] = composer.compose(tokens, true, text.length);
  if (document === undefined) throw refuse(0, 'is not YAML');
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw refuse(problem.pos[0], `is not YAML: ${problem.message}`);
  return document;
};

/** Whether parsing would take minutes. */
const isTooLarge = (text: string): boolean => {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  if (lines > MAX_LINES) return true;
  const tokens = new Lexer().lex(text);
  for (let count = 0; count <= MAX_TOKENS; count += 1) {
    if (tokens.next().done === true) return false;
  }
  return true;
};

/** Whether collections are nested too deeply. Parsing takes no stack for them, but composing does. */
const isTooDeep = (root: CST.Token): boolean => {
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
};
