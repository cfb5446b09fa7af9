import {
  mapPost,
  type Mapping,
} from '../../../../../src/plugins/front-matter/server/src/core/fit/map-post';
import { notKeptOf } from '../../../../../src/plugins/front-matter/server/src/core/fit/not-kept';
import type { Post } from '../../../../../src/plugins/front-matter/server/src/core/post';
import { postOf, trailerOf } from './posts';

const mapping = (parts: readonly string[], more: Partial<Mapping> = {}): Mapping => ({
  parts: new Set(parts),
  keys: new Set(),
  relations: new Map(),
  ...more,
});

const notKept = (parts: Partial<Post>, by: Mapping) => {
  const post = postOf({ categories: [], tags: [], ...parts });
  return notKeptOf(post, by, mapPost(post, trailerOf(), by, 0));
};

const COLOURED = { frontMatter: { title: 'A', colour: 'red' } };
const TAGGED = { tags: ['red'], frontMatter: { tags: 'red' } };

describe('What a content type does not keep of a post', () => {
  it('is nothing where an attribute takes every key that has none of its own', () => {
    expect(notKept(COLOURED, mapping(['title', 'frontMatter']))).toBeNull();
    expect(notKept(TAGGED, mapping(['frontMatter']))).toBeNull();
  });

  it('is each key without an attribute, where none takes the rest', () => {
    expect(notKept(COLOURED, mapping(['title']))).toEqual({ keys: ['colour'], kinds: [] });
    expect(notKept(COLOURED, mapping([]))).toEqual({ keys: ['title', 'colour'], kinds: [] });
    expect(notKept(COLOURED, mapping(['title'], { keys: new Set(['colour']) }))).toBeNull();
  });

  it('is the second of two keys for one excerpt', () => {
    const both = { frontMatter: { excerpt: 'Short', description: 'Shorter' } };
    expect(notKept(both, mapping(['excerpt']))).toEqual({ keys: ['description'], kinds: [] });
  });

  it('is categories and tags without a relation, named as such and not as keys', () => {
    expect(notKept(TAGGED, mapping([]))).toEqual({ keys: [], kinds: ['tags'] });
    expect(notKept(TAGGED, mapping(['tags']))).toBeNull();
    expect(notKept(TAGGED, mapping([], { keys: new Set(['tags']) }))).toBeNull();
  });

  it('is a category that only the folder of the file names, wherever the rest goes', () => {
    const filed = { categories: ['news'], frontMatter: {} };
    expect(notKept(filed, mapping(['frontMatter']))).toEqual({ keys: [], kinds: ['categories'] });
    expect(notKept(filed, mapping(['categories']))).toBeNull();
  });

  it('is no key without a post that has it', () => {
    expect(notKept({ frontMatter: {} }, mapping([]))).toBeNull();
  });
});
