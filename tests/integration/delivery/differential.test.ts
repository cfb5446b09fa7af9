import fc from 'fast-check';
import { databases } from '../harness/databases';
import { compareQuestion } from './differential/compare-question';
import { graphqlQuestion } from './differential/graphql/questions';
import { ALTERED } from './differential/judge/alter';
import type { Question } from './differential/questions/question';
import { listQuestion, restQuestion } from './differential/rest/questions';
import { askMany, COUNTS, timeFor } from './differential/run';
import { type Pair, startPair } from './differential/site/pair';
import { compareAfterWrite } from './differential/writes/compare-after';
import { makeEditor } from './differential/writes/editor';
import { READS, readsOf } from './differential/writes/reads';
import { step } from './differential/writes/steps';
import { takeStep } from './differential/writes/take-step';

/** A list with many ties, also where its pages begin and end. */
const BY_DATE = listQuestion('post', {
  sort: [{ path: ['date'], order: 'desc' }],
  populate: '*',
  pagination: { page: '2', pageSize: '50' },
});

describe.each(databases)('what frontends ask on $name', (kind) => {
  let pair: Pair;
  let answered: number;
  beforeAll(async () => {
    pair = await startPair(kind);
  }, timeFor(0));
  afterAll(() => pair.close());
  beforeEach(() => {
    answered = 0;
  });

  const compare = async (question: Question): Promise<void> => {
    const { status } = await compareQuestion(pair, question);
    if (status === 200) answered += 1;
  };

  describe('is compared, and', () => {
    const compareAltered = (alter: (pair: Pair) => Pair['ours']['ask']) =>
      compareQuestion({ ...pair, ours: { ...pair.ours, ask: alter(pair) } }, BY_DATE);

    it.each(Object.entries(ALTERED))(
      '%s that is not as Strapi has it is found',
      async (_, change) => {
        const altered = compareAltered(
          ({ ours }) =>
            async (...asked) =>
              change(await ours.ask(...asked))
        );
        await expect(altered).rejects.toThrow('is answered otherwise than by Strapi');
      }
    );

    it.each(['asc', 'desc'])('what a sort leaves tied may come by id, %s', async (order) => {
      await compareAltered(({ ours }) => (request, who) => {
        const path = request.path.replace('date%3Adesc', `date%3Adesc,id%3A${order}`);
        expect(path).not.toBe(request.path);
        return ours.ask({ ...request, path }, who);
      });
    });

    it('what is sorted otherwise is found', async () => {
      const altered = compareAltered(({ ours }) => (request, who) => {
        const path = request.path.replace('date%3Adesc', 'date%3Adesc,title');
        return ours.ask({ ...request, path: path.replace('date%3Adesc', 'title') }, who);
      });
      await expect(altered).rejects.toThrow('does not leave tied');
    });
  });

  it(
    'is answered as by Strapi on REST',
    async () => {
      await askMany(restQuestion, compare, { numRuns: COUNTS.rest });
      expect(answered).toBeGreaterThan(COUNTS.rest / 2);
    },
    timeFor(COUNTS.rest)
  );

  it(
    'is answered as by Strapi on GraphQL',
    async () => {
      await askMany(graphqlQuestion, compare, { numRuns: COUNTS.graphql });
      expect(answered).toBeGreaterThan(COUNTS.graphql / 2);
    },
    timeFor(COUNTS.graphql)
  );

  it(
    'is answered as by Strapi from the reply to each write on',
    async () => {
      const editor = await makeEditor(pair);
      const others = fc.array(restQuestion, { minLength: 2, maxLength: 2 });
      // So that there is something to forget.
      await compareAfterWrite(pair, READS);
      await askMany(
        fc.tuple(step, others),
        ([taken, questions]) =>
          takeStep(editor, pair.values, taken, (post) =>
            compareAfterWrite(pair, [
              ...READS,
              ...(post === null ? [] : readsOf(post)),
              ...questions,
            ])
          ),
        // What was written stays: a step that is taken again finds another site.
        { numRuns: COUNTS.writes, endOnFailure: true }
      );
    },
    timeFor(COUNTS.writes * 10)
  );
});
