import type { Core, UID } from '@strapi/strapi';

import { readConfig } from '../config';
import type { PreviewLink } from '../core/previews/sign-link';
import { permissionsBy } from '../permissions/permissions';
import { addressesOf } from './addresses';
import { readLink } from './links';
import { abilityOfUser } from '../permissions/ability-of-user';
import { documentPage, type MissingPreview, missingPage } from './page';
import { pageRoom } from './page-room';
import { readPreviewed, statusOf } from './read-previewed';
import { relatedNames } from '../reading/related-names';
import { showDocument } from './show-document';
import { showMoment, type Writing } from './show-value';

/** A page, and how its request is answered. */
interface AnsweredPage {
  readonly status: number;
  readonly page: string;
}

const STATUS: Readonly<Record<MissingPreview, number>> = { unknown: 404, ended: 410, gone: 410 };

const missing = (language: string, why: MissingPreview): AnsweredPage => ({
  status: STATUS[why],
  page: missingPage(language, why),
});

/** Shows what a link leads to, as its maker may see it now. */
const showLink = async (
  strapi: Core.Strapi,
  link: PreviewLink,
  endsAt: number,
  language: string
): Promise<AnsweredPage> => {
  const { contentTypes, preview } = readConfig(strapi.config.get('plugin::newsroom'));
  const { uid } = link;
  const type = Object.hasOwn(contentTypes, uid) ? contentTypes[uid] : undefined;
  const ability = await abilityOfUser(strapi, link.maker);
  // Links are not for those who have switched them off; what the panel shows is.
  const isEnded = link.language === null && preview.days === 0;
  if (type === undefined || ability === null || isEnded) return missing(language, 'ended');
  const permissions = permissionsBy(strapi, ability, uid);
  if (permissions.cannot.read()) return missing(language, 'ended');
  const document = await readPreviewed(strapi, permissions, link);
  if (document === null) return missing(language, 'gone');
  if (permissions.cannot.read(document)) return missing(language, 'ended');
  const writing: Writing = { language, zone: preview.zone ?? undefined };
  const row = { uid, id: Number(document['id']) };
  const shown = await showDocument(uid, await permissions.sanitizeOutput(document), {
    strapi,
    writing,
    server: addressesOf(strapi).serverOfPanel,
    namesOf: (relation) => relatedNames(strapi, ability, row, relation),
    room: pageRoom(),
    types: new Map(),
    labels: type.labels[language === 'zh-Hans' ? 'zh-Hans' : 'en'] ?? {},
  });
  const { locale } = document;
  return {
    status: 200,
    page: documentPage({
      language,
      shown,
      locale: typeof locale === 'string' ? locale : null,
      status: await statusOf(strapi, uid as UID.ContentType, document),
      version: link.status,
      endsAt: link.language === null ? showMoment(new Date(endsAt), writing) : null,
    }),
  };
};

/**
 * The page that a token shows, whoever has it.
 *
 * @param language of whoever opens it, where the token says no other
 */
export const openPreview = async (
  strapi: Core.Strapi,
  token: string,
  language: string
): Promise<AnsweredPage> => {
  const opened = readLink(strapi, token);
  return opened.kind === 'valid'
    ? showLink(strapi, opened.link, opened.endsAt, opened.link.language ?? language)
    : missing(language, opened.kind);
};
