import type { Cursor } from './cursor';
import type { Token } from './token';

/** An anchor or an alias, from its sign on. */
export const scanAnchor = (cursor: Cursor): Token => {
  const { offset } = cursor;
  const kind = cursor.read() === '&' ? 'anchor' : 'alias';
  const name = cursor.readWhile(() => cursor.isAlpha());
  if (name === '' || !(cursor.isBlankOrEnd() || cursor.isOneOf('?:,]}%@`'))) {
    const sign = kind === 'anchor' ? '&' : '*';
    cursor.fail(`"${sign}${name}${cursor.peek()}" begins no name of an ${kind}`, offset);
  }
  return { kind, offset, name };
};

export const scanTag = (cursor: Cursor, isInFlow: boolean): Token => {
  const { offset } = cursor;
  const name = cursor.peek(1) === '<' ? scanVerbatim(cursor) : scanShorthand(cursor);
  if (!(isInFlow && cursor.peek() === ',') && !cursor.isBlankOrEnd()) {
    cursor.fail('a tag is not followed by a space', offset);
  }
  return { kind: 'tag', offset, ...name };
};

interface TagName {
  readonly handle: string;
  readonly suffix: string;
}

const scanVerbatim = (cursor: Cursor): TagName => {
  cursor.skip(2);
  const suffix = scanUri(cursor, '[,]', '');
  if (cursor.peek() !== '>') cursor.fail('a tag is never closed');
  cursor.skip();
  return { handle: '', suffix };
};

const scanShorthand = (cursor: Cursor): TagName => {
  const handle = scanHandle(cursor);
  if (handle.length > 1 && handle.endsWith('!')) return { handle, suffix: scanUri(cursor, '', '') };
  const suffix = scanUri(cursor, '', handle);
  return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
};

const scanHandle = (cursor: Cursor): string => {
  if (cursor.peek() !== '!') cursor.fail('a tag has no !');
  const handle = cursor.read() + cursor.readWhile(() => cursor.isAlpha());
  return cursor.peek() === '!' ? handle + cursor.read() : handle;
};

/** @param head what was taken for a handle, and is the beginning of the name */
const scanUri = (cursor: Cursor, further: string, head: string): string => {
  const known = `;/?:@&=+$.%!~*'()${further}`;
  const text = head.slice(1) + cursor.readWhile(() => cursor.isAlpha() || cursor.isOneOf(known));
  if (text === '' && head === '') cursor.fail('a tag has no name');
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) cursor.fail('a tag holds a % that escapes nothing');
  return text;
};

/** A line that begins with a percent sign, before a document. */
export const scanDirective = (cursor: Cursor): Token => {
  const { offset } = cursor;
  cursor.skip();
  const line = cursor.readWhile(() => !cursor.isBreakOrEnd());
  cursor.readLine();
  const version = /^YAML[ \t]+(\d{1,9}\.\d{1,9})[ \t]*(?:#.*)?$/.exec(line)?.[1];
  if (version !== undefined) return { kind: 'version-directive', offset, version };
  const tag = TAG_DIRECTIVE.exec(line);
  if (!tag) cursor.fail('a line begins with %, which is for directives', offset);
  return { kind: 'tag-directive', offset, handle: tag[1] ?? '', prefix: tag[2] ?? '' };
};

const TAG_DIRECTIVE =
  /^TAG[ \t]+(!|![0-9A-Za-z_-]*!)[ \t]+((?:[0-9A-Za-z_;/?:@&=+$.!~*'(),[\]-]|%[0-9A-Fa-f]{2})+)(?:[ \t]+(?:#.*)?)?$/;
