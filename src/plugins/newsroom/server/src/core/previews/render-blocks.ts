import { cleanHtml } from './clean-html';
import { markup, type Html } from './html';

type Node = Readonly<Record<string, unknown>>;

/** Lists stand in lists; what is deeper than this, nobody has written. */
const DEEPEST = 30;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const leaf = (node: Node): Html => {
  let shown = markup`${textOf(node['text'])}`;
  if (node['code'] === true) shown = markup`<code>${shown}</code>`;
  if (node['bold'] === true) shown = markup`<strong>${shown}</strong>`;
  if (node['italic'] === true) shown = markup`<em>${shown}</em>`;
  if (node['underline'] === true) shown = markup`<u>${shown}</u>`;
  return node['strikethrough'] === true ? markup`<s>${shown}</s>` : shown;
};

const tagOf = (node: Node): string | null => {
  if (node['type'] === 'heading') return `h${Math.min(6, Math.max(1, Number(node['level']) || 2))}`;
  if (node['type'] === 'list') return node['format'] === 'ordered' ? 'ol' : 'ul';
  const tags = { paragraph: 'p', 'list-item': 'li', quote: 'blockquote', code: 'pre' };
  return Object.entries(tags).find(([type]) => type === node['type'])?.[1] ?? null;
};

const render = (node: unknown, depth: number): Html => {
  if (!isNode(node) || depth > DEEPEST) return markup``;
  if (node['type'] === 'text') return leaf(node);
  const children = Array.isArray(node['children']) ? node['children'] : [];
  const inside = children.map((child) => render(child, depth + 1));
  if (node['type'] === 'link') return markup`<a href="${textOf(node['url'])}">${inside}</a>`;
  if (node['type'] === 'image' && isNode(node['image'])) {
    const { url, alternativeText } = node['image'];
    return markup`<p><img src="${textOf(url)}" alt="${textOf(alternativeText)}" /></p>`;
  }
  const tag = tagOf(node);
  return tag === null ? markup`${inside}` : markup`<${tag}>${inside}</${tag}>`;
};

/** What a field of Strapi's blocks says. */
export const renderBlocks = (value: unknown): Html =>
  cleanHtml(markup`${(Array.isArray(value) ? value : []).map((block) => render(block, 0))}`.html);
