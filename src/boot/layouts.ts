import type { UID } from '@strapi/strapi';

/** A field of a form, and how many of the twelve columns of its row it takes. */
export interface LaidOutField {
  readonly name: string;
  readonly size: number;
}

/** How the content manager shows a type. */
export interface Layout {
  readonly mainField: string;
  readonly columns: readonly string[];
  /** The columns that a version before this one has laid out. */
  readonly columnsBefore: readonly string[];
  readonly sortBy: string;
  readonly order: 'ASC' | 'DESC';
  readonly form: readonly (readonly LaidOutField[])[];
}

const whole = (name: string): readonly LaidOutField[] => [{ name, size: 12 }];
const halves = (...names: readonly string[]): readonly LaidOutField[] =>
  names.map((name) => ({ name, size: 6 }));

const term = (form: Layout['form']): Layout => ({
  mainField: 'name',
  columns: ['name', 'slug'],
  columnsBefore: ['name', 'slug'],
  sortBy: 'name',
  order: 'ASC',
  form,
});

export const LAYOUTS: readonly (readonly [UID.ContentType, Layout])[] = [
  [
    'api::post.post',
    {
      mainField: 'title',
      columns: ['title', 'categories', 'tags', 'date'],
      columnsBefore: ['title', 'date', 'categories', 'sourceName'],
      sortBy: 'date',
      order: 'DESC',
      form: [
        whole('title'),
        whole('slug'),
        whole('body'),
        whole('excerpt'),
        halves('categories', 'tags'),
        halves('date'),
        // The key follows from the code, and nobody writes it.
        whole('sourceCode'),
        [
          { name: 'sourceUrl', size: 8 },
          { name: 'sourceName', size: 4 },
        ],
        whole('frontMatter'),
      ],
    },
  ],
  [
    'api::category.category',
    term([whole('name'), whole('slug'), halves('parent'), whole('description')]),
  ],
  ['api::tag.tag', term([whole('name'), whole('slug'), whole('description')])],
];
