import type { Core } from '@strapi/strapi';

import { markup, type Html } from '../core/previews/html';
import { renderBlocks } from '../core/previews/render-blocks';
import type { Document } from './read-previewed';
import type { RelatedNames } from '../reading/related-names';
import type { PageRoom } from './page-room';
import { type ShownAttribute, type ShownType, shownType } from './shown-attributes';
import { line, showBody, showCut, showNames } from './show-lines';
import { showMedia } from './show-media';
import { isAddress, isTime, showValue, type Writing } from './show-value';

/** How a document is shown. */
export interface Showing {
  readonly strapi: Core.Strapi;
  readonly writing: Writing;
  /** Under which path, or at which address, the server is. */
  readonly server: string;
  /** What a relation of the document leads to. */
  readonly namesOf: (relation: {
    readonly name: string;
    readonly target: string;
  }) => Promise<RelatedNames>;
  /** How much more the page has room for. */
  readonly room: PageRoom;
  /** The types of components that were looked up. */
  readonly types: Map<string, Promise<ShownType>>;
  /** What attributes of the document's type are called. */
  readonly labels: Readonly<Record<string, string>>;
}

/** What a component takes of the page beside its texts, in characters. */
const COMPONENT = 500;

/** Excerpts and pictures stand before what is long. */
const rankOf = ({ attribute }: ShownAttribute): number => {
  const rank = ['text', 'media'].indexOf(attribute.type);
  return rank < 0 ? 2 : rank;
};

/** A document, as the parts of a page. */
export interface ShownDocument {
  readonly title: string | null;
  /** When it is of, and what it is related to. */
  readonly facts: readonly Html[];
  /** Its texts, media and components: the short ones first, else in the order of its form. */
  readonly texts: readonly Html[];
  /** What else it says, each in a line. */
  readonly details: readonly Html[];
}

type Parts = Record<'facts' | 'texts' | 'details', Html[]>;

const componentsOf = ({ attribute }: ShownAttribute, value: unknown): readonly Document[] =>
  ([value].flat() as Document[]).map((component) => ({
    __component: attribute.component,
    ...component,
  }));

/** Puts an attribute where it belongs on the page. */
const place = async (
  parts: Parts,
  shown: ShownAttribute,
  value: unknown,
  showing: Showing
): Promise<void> => {
  const { name, label, attribute } = shown;
  const section = (content: Html | readonly Html[]): void => {
    parts.texts.push(markup`<section><h2>${label}</h2>${content}</section>`);
  };
  switch (attribute.type) {
    case 'relation': {
      const related = await showing.namesOf({ name, target: attribute.target ?? '' });
      if (related.names.size > 0)
        parts.facts.push(line(label, showNames(related, showing.writing)));
      return;
    }
    case 'richtext':
      section(showBody(attribute, showing.room.take(String(value)), showing.writing));
      return;
    case 'blocks':
      if (showing.room.has(JSON.stringify(value).length)) {
        section(markup`<div class="body">${renderBlocks(value)}</div>`);
      } else {
        section(showCut(showing.writing));
      }
      return;
    case 'media':
      section(showMedia(value, showing.server));
      return;
    case 'component':
    case 'dynamiczone': {
      const inside: Html[] = [];
      for (const component of componentsOf(shown, value)) {
        if (!showing.room.has(COMPONENT)) {
          inside.push(showCut(showing.writing));
          break;
        }
        inside.push(await showComponent(component, showing));
      }
      section(inside);
      return;
    }
    default:
  }
  if (attribute.type === 'text' && !isAddress(value)) {
    section(markup`<p class="plain">${String(value)}</p>`);
    return;
  }
  const written = showValue(attribute.type, value, showing.writing);
  if (written === null) return;
  (isTime(attribute.type) ? parts.facts : parts.details).push(line(label, written));
};

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

const partsOf = async (
  document: Document,
  attributes: readonly ShownAttribute[],
  showing: Showing
): Promise<Parts> => {
  const parts: Parts = { facts: [], texts: [], details: [] };
  for (const shown of attributes) {
    const value = document[shown.name];
    if (!isEmpty(value)) await place(parts, shown, value, showing);
  }
  return parts;
};

const typeOf = (uid: string, { strapi, types }: Showing): Promise<ShownType> => {
  const known = types.get(uid) ?? shownType(strapi, uid, {});
  types.set(uid, known);
  return known;
};

/** What a component is related to is not shown: its names would have to be asked for one by one. */
const showComponent = async (component: Document, showing: Showing): Promise<Html> => {
  const { attributes } = await typeOf(String(component['__component']), showing);
  const isOwn = ({ attribute }: ShownAttribute): boolean => attribute.type !== 'relation';
  const { facts, texts, details } = await partsOf(component, attributes.filter(isOwn), showing);
  const lines = [...facts, ...details];
  return markup`${lines.length > 0 ? markup`<dl>${lines}</dl>` : null}${texts}`;
};

/**
 * Shows all that somebody may see of a document.
 *
 * @param document with what they may not see left out
 */
export const showDocument = async (
  uid: string,
  document: Document,
  showing: Showing
): Promise<ShownDocument> => {
  const { title, attributes } = await shownType(showing.strapi, uid, showing.labels);
  const others = attributes
    .filter(({ name }) => name !== title)
    .toSorted((one, other) => rankOf(one) - rankOf(other));
  const named = title === null ? undefined : document[title];
  return {
    title: typeof named === 'string' && named !== '' ? named : null,
    ...(await partsOf(document, others, showing)),
  };
};
