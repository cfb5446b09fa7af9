import type { Visit, Visits } from '../answers/visits';
import { answerText, documentsAsked } from './answer-page';
import { readQueryText } from './query-text';
import { readByPlan } from './read-documents';
import { type PageRequest, readPageRequest } from './read-request';
import type { PageSite } from './site';

const LEFT: Visit = { way: 'stock', reason: 'pages like it are being learned, or left to Strapi' };

/** What becomes of a request for a page; the route says what is wrong with it. */
const visitPage = async (
  site: PageSite,
  uid: string,
  query: string,
  isInFront: boolean
): Promise<Visit> => {
  const text = readQueryText(query);
  let request: PageRequest;
  try {
    request = readPageRequest(text.own);
  } catch {
    return LEFT;
  }
  const asked = documentsAsked(site.strapi, uid, text, request);
  const page = await readByPlan(site, asked, isInFront);
  if (page === null) return LEFT;
  const made = { text: answerText(site, asked, page), sources: page.sources };
  return { way: 'fast', made, isOfDrafts: false };
};

/**
 * Has pages be answered as lists are, where they have a plan.
 *
 * @param uids the types whose pages are asked for, by their paths
 */
export const visitPages = (
  site: PageSite,
  uids: ReadonlyMap<string, string>,
  lists: Visits
): Visits => ({
  ...lists,
  visit(path, query, isInFront) {
    const uid = uids.get(path);
    return uid === undefined
      ? lists.visit(path, query, isInFront)
      : visitPage(site, uid, query, isInFront);
  },
  isAbout: (path) => uids.has(path) || lists.isAbout(path),
});
