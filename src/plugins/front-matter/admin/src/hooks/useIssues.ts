import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { IssuePage, ListedIssue } from '../../../server/src/panel/task-contract';
import { readIssues } from '../issues/issue-pages';
import { type IssueFilters, issuesAddress } from '../requests/addresses';
import { useExplain } from './words/useExplain';

/** What has been read of a task's issues. */
export interface Issues {
  readonly issues: readonly ListedIssue[];
  readonly next: string | null;
  /** How much of all that was told was looked through, from 0 to 1. */
  readonly looked: number;
  readonly isLoading: boolean;
  readonly error: string | null;
}

const NONE: Issues = { issues: [], next: null, looked: 0, isLoading: true, error: null };

/** The issues of a task that pass some filters, a few at a time. */
export const useIssues = (task: string, filters: IssueFilters) => {
  const { get } = useFetchClient();
  const explain = useExplain();
  const [read, setRead] = React.useState<Issues>(NONE);
  const wanted = React.useRef(0);
  const { code, severity, path } = filters;

  const load = React.useCallback(
    async (after: string | null): Promise<void> => {
      wanted.current += 1;
      const own = wanted.current;
      const isWanted = (): boolean => wanted.current === own;
      // What is there stays until there is something else to show.
      setRead((last) => ({ ...last, isLoading: true, error: null }));
      try {
        const page = await readIssues(
          after,
          async (from) => {
            const address = issuesAddress(task, { code, severity, path }, from);
            return (await get<Answer<IssuePage>>(address)).data.data;
          },
          isWanted
        );
        if (!isWanted()) return;
        setRead((last) => ({
          ...NONE,
          issues: after === null ? page.issues : [...last.issues, ...page.issues],
          next: page.next,
          looked: page.looked,
          isLoading: false,
        }));
      } catch (error) {
        if (isWanted()) setRead((last) => ({ ...last, isLoading: false, error: explain(error) }));
      }
    },
    [get, explain, task, code, severity, path]
  );
  React.useEffect(() => {
    void load(null);
    return () => {
      wanted.current += 1;
    };
  }, [load]);
  return { ...read, more: () => void load(read.next), again: () => void load(null) };
};
