import fc from 'fast-check';
import {
  buildTree,
  filterTree,
  type TermNode,
} from '../../../../src/plugins/newsroom/admin/src/terms/build-tree';

const term = (documentId: string, parent: string | null = null, name = documentId) => ({
  ...{ documentId, name, parent },
  ...{ drafts: 0, published: 0 },
});

const flat = (nodes: readonly TermNode[]): string[] =>
  nodes.flatMap(({ term: { documentId }, children }) => [documentId, ...flat(children)]);

describe('a tree of terms', () => {
  it('has each under the one above it, by name', () => {
    const tree = buildTree([term('c', 'a'), term('b', 'a'), term('a'), term('d', 'gone')]);
    expect(tree.map((node) => node.term.documentId)).toEqual(['a', 'd']);
    expect(tree[0]?.children.map((node) => node.term.documentId)).toEqual(['b', 'c']);
  });

  it('tells one of each circle, and ends', () => {
    const tree = buildTree([term('a', 'b'), term('b', 'a'), term('c', 'c'), term('d', 'b')]);
    expect(tree.map(({ term: { documentId }, isInCircle }) => [documentId, isInCircle])).toEqual([
      ['a', true],
      ['c', true],
    ]);
    expect(flat(tree).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('has every term once, whatever stands under what', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'gone');
    fc.assert(
      fc.property(fc.array(fc.option(ids, { nil: null }), { maxLength: 6 }), (parents) => {
        const terms = parents.map((parent, index) => term('abcdef'[index] ?? '', parent));
        expect(flat(buildTree(terms)).toSorted()).toEqual(
          terms.map(({ documentId }) => documentId).toSorted()
        );
      })
    );
  });

  it('keeps what is above a term that is found', () => {
    const tree = buildTree([
      term('a', null, '新闻'),
      term('b', 'a', '股市'),
      term('c', 'a', '体育'),
    ]);
    expect(flat(filterTree(tree, ' 股'))).toEqual(['a', 'b']);
    expect(flat(filterTree(tree, ''))).toEqual(['a', 'c', 'b'].toSorted());
    expect(flat(filterTree(tree, '没有'))).toEqual([]);
  });
});
