import type { Core } from '@strapi/strapi';
import type { ChangedEntry } from '../../../../src/plugins/front-matter/server/src/run/announcing/events';
import { Sender } from '../../../../src/plugins/front-matter/server/src/run/announcing/sender';

const entry = (number: number): ChangedEntry => ({
  action: 'created',
  documentId: `d${number}`,
  locale: null,
  path: `_posts/${number}.md`,
});

const RUN = { run: 7, kind: 'import', archive: 'news', contentType: 'api::post.post' } as const;

/** An app whose webhooks take as long as is said. */
const appWith = (
  emit: (payload: { readonly entries: readonly ChangedEntry[] }) => Promise<void>
) => {
  const errors: string[] = [];
  const app = {
    eventHub: {
      emit: (_: string, payload: { readonly entries: readonly ChangedEntry[] }) => emit(payload),
    },
    get: () => ({ queue: { running: 0, queue: [] } }),
    log: { error: (text: string) => errors.push(text), warn: () => undefined },
  };
  return { strapi: app as unknown as Core.Strapi, errors };
};

describe('what is told of entries', () => {
  afterEach(() => jest.restoreAllMocks());

  it('comes in order, each once, whatever a subscriber does', async () => {
    const told: string[] = [];
    const { strapi, errors } = appWith(async ({ entries }) => {
      told.push(...entries.map(({ documentId }) => documentId));
      if (told.length === 2) throw new Error('no cache there');
    });
    const sender = new Sender(strapi, RUN);
    for (const number of [1, 2, 3, 4]) await sender.add([entry(number)]);
    await sender.end();
    expect(told).toEqual(['d1', 'd2', 'd3', 'd4']);
    expect([sender.told, errors]).toEqual([4, []]);
  });

  it('ends where nobody has answered three times in a row, which is said', async () => {
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    let asked = 0;
    const { strapi, errors } = appWith(async () => {
      asked += 1;
      // The second one is answered.
      now += asked === 2 ? 100 : 10_000;
    });
    const sender = new Sender(strapi, RUN);
    for (let number = 0; number < 50; number += 1) await sender.add([entry(number)]);
    await sender.end();
    await sender.add([entry(50)]);
    await sender.end();
    expect([asked, sender.told]).toEqual([5, 5]);
    expect(errors).toEqual([expect.stringMatching(/run 7 writes .*a webhook does not answer/u)]);
  });

  it('is given up when the process ends, and the run is not held by what waits', async () => {
    let answer: () => void = () => undefined;
    const { strapi, errors } = appWith(() => new Promise((resolve) => (answer = resolve)));
    const sender = new Sender(strapi, RUN);
    for (const number of [1, 2, 3]) await sender.add([entry(number)]);
    await sender.giveUp('the process ends before they are');
    answer();
    await sender.end();
    expect(sender.told).toBe(1);
    expect(errors).toHaveLength(1);
  });
});
