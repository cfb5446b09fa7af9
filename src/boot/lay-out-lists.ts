import type { Core, UID } from '@strapi/strapi';

interface Layout {
  readonly mainField: string;
  readonly columns: readonly string[];
  readonly sortBy: string;
  readonly order: 'ASC' | 'DESC';
}

const TERM: Layout = {
  mainField: 'name',
  columns: ['name', 'slug'],
  sortBy: 'name',
  order: 'ASC',
};

const LAYOUTS: readonly (readonly [UID.ContentType, Layout])[] = [
  [
    'api::post.post',
    {
      mainField: 'title',
      columns: ['title', 'date', 'categories', 'sourceName'],
      sortBy: 'date',
      order: 'DESC',
    },
  ],
  ['api::category.category', TERM],
  ['api::tag.tag', TERM],
];

/** Sets main field, columns and order of the content manager's lists: newest posts first. */
export const layOutLists = async (strapi: Core.Strapi): Promise<void> => {
  const service = strapi.plugin('content-manager').service('content-types');
  for (const [uid, layout] of LAYOUTS) {
    const type = strapi.contentType(uid);
    const { settings, metadatas, layouts } = await service.findConfiguration(type);
    await service.updateConfiguration(type, {
      settings: {
        ...settings,
        mainField: layout.mainField,
        defaultSortBy: layout.sortBy,
        defaultSortOrder: layout.order,
      },
      metadatas,
      layouts: { ...layouts, list: layout.columns },
    });
  }
};
