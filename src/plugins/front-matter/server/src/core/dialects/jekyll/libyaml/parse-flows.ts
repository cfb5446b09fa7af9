import type { NodeProperties } from './document-handler';
import type { ParseNodes } from './parse-nodes';

export const flowSequence = (nodes: ParseNodes, node: NodeProperties): void => {
  const { reader, handler } = nodes;
  handler.startSequence(node);
  reader.take();
  for (let isFirst = true; !reader.is('flow-sequence-end'); isFirst = false) {
    if (!isFirst && !reader.takeIf('flow-entry'))
      reader.fail('a comma or ] is missing before this');
    if (reader.is('flow-sequence-end')) break;
    if (reader.is('key')) pair(nodes);
    else nodes.parse(false, false);
  }
  reader.take();
  handler.end();
};

/** `[a: b]`: a mapping of one key. */
const pair = (nodes: ParseNodes): void => {
  const { reader, handler } = nodes;
  const { offset } = reader.take();
  handler.startMapping({ offset, anchor: null, tag: null });
  if (reader.is('value', 'flow-entry', 'flow-sequence-end')) {
    // libyaml skips this token.
    reader.take();
    nodes.empty(offset);
  } else nodes.parse(false, false);
  if (reader.takeIf('value') && !reader.is('flow-entry', 'flow-sequence-end')) {
    nodes.parse(false, false);
  } else nodes.empty(offset);
  handler.end();
};

export const flowMapping = (nodes: ParseNodes, node: NodeProperties): void => {
  const { reader, handler } = nodes;
  handler.startMapping(node);
  reader.take();
  for (let isFirst = true; !reader.is('flow-mapping-end'); isFirst = false) {
    if (!isFirst && !reader.takeIf('flow-entry'))
      reader.fail('a comma or } is missing before this');
    if (reader.is('flow-mapping-end')) break;
    const { offset } = reader.peek();
    if (!reader.takeIf('key')) {
      nodes.parse(false, false);
      nodes.empty(offset);
      continue;
    }
    if (reader.is('value', 'flow-entry', 'flow-mapping-end')) nodes.empty(offset);
    else nodes.parse(false, false);
    if (reader.takeIf('value') && !reader.is('flow-entry', 'flow-mapping-end')) {
      nodes.parse(false, false);
    } else nodes.empty(offset);
  }
  reader.take();
  handler.end();
};
