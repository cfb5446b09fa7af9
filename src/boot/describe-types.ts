import type { Core } from '@strapi/strapi';

const OWN = /^api::(?<name>[^.]+)\./u;

/** Tells the panel which of the site's own types it has before it, so that fields are named in its language. */
export const describeTypes = (strapi: Core.Strapi): void => {
  for (const [uid, type] of Object.entries(strapi.contentTypes)) {
    const name = OWN.exec(uid)?.groups?.['name'];
    if (name !== undefined) {
      type.pluginOptions = { ...type.pluginOptions, broadsheet: { type: name } };
    }
  }
};
