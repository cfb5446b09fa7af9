import { SyntaxProblem } from './scan/cursor';
import type { DocumentHandler } from './document-handler';
import { NodeParser } from './parse-node';
import { TokenReader } from './token-reader';

/**
 * Reads the first document of a text as libyaml's parser does.
 *
 * @returns whether text follows that is not parsed
 * @throws SyntaxProblem
 */
export const parseDocument = (text: string, handler: DocumentHandler): boolean => {
  const reader = new TokenReader(text);
  if (reader.is('stream-end')) return false;
  const nodes = new NodeParser(reader, handler, readDirectives(reader));
  reader.takeIf('document-start');
  const isEmpty = reader.is(
    'version-directive',
    'tag-directive',
    'document-start',
    'document-end',
    'stream-end'
  );
  if (isEmpty) nodes.empty(reader.peek().offset);
  else nodes.parse(true, false);
  // libyaml scans one token behind the document, which has to be valid.
  reader.peek();
  return hasMore(reader);
};

const hasMore = (reader: TokenReader): boolean => {
  try {
    while (reader.takeIf('document-end'));
    return !reader.is('stream-end');
  } catch (error) {
    if (error instanceof SyntaxProblem) return true;
    throw error;
  }
};

/** The prefixes of tags, by their handles. */
const readDirectives = (reader: TokenReader): ReadonlyMap<string, string> => {
  const tags = new Map([
    ['!', '!'],
    ['!!', 'tag:yaml.org,2002:'],
  ]);
  let hasVersion = false;
  let token = reader.peek();
  while (token.kind === 'version-directive' || token.kind === 'tag-directive') {
    if (token.kind === 'tag-directive') tags.set(token.handle, token.prefix);
    else {
      if (hasVersion || !/^0*1\.0*[12]$/.test(token.version)) {
        reader.fail('YAML is given in another version, or in two');
      }
      hasVersion = true;
    }
    reader.take();
    token = reader.peek();
    if (token.kind !== 'document-start' && !token.kind.endsWith('directive')) {
      reader.fail('a line of --- is missing behind lines of %');
    }
  }
  return tags;
};
