import type { TestSite } from '../../harness/boot';

type Post = Readonly<Record<string, unknown>> & { readonly documentId: string };

/** An answer with a page. */
export interface PageAnswer {
  readonly data: readonly Post[];
  readonly meta: {
    readonly pagination: {
      readonly limit: number;
      readonly next: string | null;
      readonly previous: string | null;
    };
  };
}

export const ROUTE = '/api/delivery/posts';

/** Asks for a page, which has to be answered. */
export const askPage = async (
  { http }: Pick<TestSite, 'http'>,
  query: string
): Promise<{ readonly page: PageAnswer; readonly way: string }> => {
  const { status, body, headers } = await http.get(`${ROUTE}?${query}`);
  if (status !== 200) throw new Error(`${query}: ${status} ${JSON.stringify(body)}`);
  return { page: body as PageAnswer, way: String(headers['x-delivery']) };
};

/** The pages of a list from one end to the other, and how many of them were read by a plan. */
export const walk = async (
  site: Pick<TestSite, 'http'>,
  query: string,
  direction: 'next' | 'previous' = 'next',
  from: string | null = null
): Promise<{ readonly pages: readonly PageAnswer[]; readonly fast: number }> => {
  const pages: PageAnswer[] = [];
  let fast = 0;
  let cursor = from;
  do {
    const name = direction === 'next' ? 'after' : 'before';
    const place = cursor === null ? '' : `&${name}=${cursor}`;
    const { page, way } = await askPage(site, `${query}${place}`);
    pages.push(page);
    if (!way.startsWith('stock')) fast += 1;
    cursor = page.meta.pagination[direction];
  } while (cursor !== null && pages.length < 1000);
  return { pages, fast };
};

export const idsOf = (pages: readonly PageAnswer[]): string[] =>
  pages.flatMap(({ data }) => data.map(({ documentId }) => documentId));
