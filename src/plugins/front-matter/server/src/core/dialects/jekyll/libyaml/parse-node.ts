import { SyntaxProblem } from './scan/cursor';
import type { DocumentHandler } from './document-handler';
import { blockMapping, blockSequence, indentless } from './parse-blocks';
import { flowMapping, flowSequence } from './parse-flows';
import type { ParseNodes } from './parse-nodes';
import type { Token } from './scan/token';
import type { TokenReader } from './token-reader';

/** libyaml's `yaml_parser_parse_node`. */
export class NodeParser implements ParseNodes {
  /** @param tags the prefixes of tags, by their handles */
  constructor(
    readonly reader: TokenReader,
    readonly handler: DocumentHandler,
    private readonly tags: ReadonlyMap<string, string>
  ) {}

  empty(offset: number): void {
    this.handler.scalar('', true, { offset, anchor: null, tag: null });
  }

  parse(isBlock: boolean, mayBeIndentless: boolean): void {
    const first = this.reader.peek();
    if (first.kind === 'alias') {
      this.reader.take();
      return this.handler.alias(first.name, first.offset);
    }
    const { anchor, tag } = this.#properties();
    const token = this.reader.peek();
    const node = { offset: token.offset, anchor, tag };
    if (mayBeIndentless && token.kind === 'block-entry') return indentless(this, node);
    switch (token.kind) {
      case 'scalar': {
        this.reader.take();
        const isPlain = token.isPlain || tag !== null || first.kind === 'tag';
        return this.handler.scalar(token.text, isPlain, node);
      }
      case 'flow-sequence-start':
        return flowSequence(this, node);
      case 'flow-mapping-start':
        return flowMapping(this, node);
      case 'block-sequence-start':
        if (isBlock) return blockSequence(this, node);
        break;
      case 'block-mapping-start':
        if (isBlock) return blockMapping(this, node);
        break;
      default:
    }
    if (first === token) this.reader.fail('a value is missing here');
    this.handler.scalar('', true, { ...node, offset: first.offset });
  }

  /** An anchor and a tag, in either order. A lone `!` stands for no tag, but for no quotes either. */
  #properties(): { anchor: string | null; tag: string | null } {
    let anchor: string | null = null;
    let tag: string | null = null;
    let last: Token['kind'] | null = null;
    for (;;) {
      const token = this.reader.peek();
      if (token.kind === last) break;
      if (token.kind === 'anchor' && anchor === null) anchor = token.name;
      else if (token.kind === 'tag' && tag === null) tag = this.#resolveTag(token);
      else break;
      last = token.kind;
      this.reader.take();
    }
    return { anchor, tag };
  }

  #resolveTag({ handle, suffix, offset }: Extract<Token, { kind: 'tag' }>): string {
    if (handle === '') return suffix;
    const prefix = this.tags.get(handle);
    if (prefix === undefined) {
      throw new SyntaxProblem(`"${handle}" is no beginning of a tag that is known`, offset);
    }
    return prefix + suffix;
  }
}
