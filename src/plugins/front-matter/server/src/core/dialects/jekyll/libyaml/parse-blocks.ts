import type { NodeProperties } from './document-handler';
import type { ParseNodes } from './parse-nodes';

export const blockSequence = (nodes: ParseNodes, node: NodeProperties): void => {
  const { reader, handler } = nodes;
  handler.startSequence(node);
  reader.take();
  while (reader.is('block-entry')) {
    const { offset } = reader.take();
    if (reader.is('block-entry', 'block-end')) nodes.empty(offset);
    else nodes.parse(true, false);
  }
  if (!reader.takeIf('block-end')) reader.fail('an item of the list has no dash');
  handler.end();
};

export const indentless = (nodes: ParseNodes, node: NodeProperties): void => {
  const { reader, handler } = nodes;
  handler.startSequence(node);
  while (reader.is('block-entry')) {
    const { offset } = reader.take();
    if (reader.is('block-entry', 'key', 'value', 'block-end')) nodes.empty(offset);
    else nodes.parse(true, false);
  }
  handler.end();
};

export const blockMapping = (nodes: ParseNodes, node: NodeProperties): void => {
  const { reader, handler } = nodes;
  handler.startMapping(node);
  reader.take();
  while (reader.is('key')) {
    const { offset } = reader.take();
    if (reader.is('key', 'value', 'block-end')) nodes.empty(offset);
    else nodes.parse(true, true);
    if (!reader.is('value')) {
      nodes.empty(offset);
      continue;
    }
    reader.take();
    if (reader.is('key', 'value', 'block-end')) nodes.empty(offset);
    else nodes.parse(true, true);
  }
  if (!reader.takeIf('block-end'))
    reader.fail('a key of the mapping is missing or stands elsewhere');
  handler.end();
};
