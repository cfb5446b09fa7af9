import type { Task } from '../../../../server/src/panel/task-contract';
import { useSay } from './useSay';
import { countsToTell } from '../../tasks/count-list';

/** Says counts in a sentence. */
export const useCountWords = () => {
  const say = useSay();
  return ({ kind, counts }: Pick<Task, 'kind' | 'counts'>): string =>
    countsToTell(kind, counts)
      .map(({ name, count }) => say(`words.${name}`, { count }))
      .join(say('list.between')) || say('words.nothing');
};
