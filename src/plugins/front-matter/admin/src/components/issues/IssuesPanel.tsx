import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { ListedIssue, Task } from '../../../../server/src/panel/task-contract';
import { useIssues } from '../../hooks/useIssues';
import { useSay } from '../../hooks/words/useSay';
import { correctedPage, type IssueFilters } from '../../requests/addresses';
import { FileDialog } from '../file/FileDialog';
import { Note } from '../parts/Note';
import { IssueFields } from './IssueFields';
import { IssueTable } from './IssueTable';

const ALL: IssueFilters = { code: '', severity: '', path: '' };

interface IssuesPanelProps {
  readonly task: Pick<Task, 'key' | 'archive' | 'codes'>;
}

/** What a task has reported, to be looked through; each issue leads to its file. */
export const IssuesPanel = ({ task }: IssuesPanelProps) => {
  const say = useSay();
  const [filters, setFilters] = React.useState(ALL);
  const [opened, setOpened] = React.useState<ListedIssue | null>(null);
  const { issues, next, looked, isLoading, error, more, again } = useIssues(task.key, filters);
  const navigate = useNavigate();
  const open = (archive: string, issue: ListedIssue): void => {
    // What was read in its place is there, and not in the archive's file.
    if (issue.code === 'CORRECTED' && issue.path !== undefined) {
      navigate(correctedPage(archive, issue.path));
    } else setOpened(issue);
  };
  const { archive } = task;
  if (task.codes.length === 0) return <Typography>{say('issues.none')}</Typography>;
  const isFiltered = Object.values(filters).some((value) => value !== '');
  const isEmpty = issues.length === 0 && next === null && error === null;
  const percent = Math.floor(looked * 100);
  const shown = (): string => {
    if (isEmpty) return say('issues.none-found');
    if (!isFiltered || next === null) return say('issues.shown', { count: issues.length });
    return say('issues.so-far-found', { count: issues.length, percent });
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <IssueFields codes={task.codes} filters={filters} onChange={setFilters} />
      {issues.length > 0 && (
        <IssueTable
          issues={issues}
          onOpen={archive === null ? null : (issue) => open(archive, issue)}
        />
      )}
      <Typography role="status" textColor="neutral600">
        {isLoading ? say('page.loading') : shown()}
      </Typography>
      {error !== null && (
        <Note
          kind="danger"
          role="alert"
          action={
            <Button variant="tertiary" onClick={issues.length === 0 ? again : more}>
              {say('failed.again')}
            </Button>
          }
        >
          {error}
        </Note>
      )}
      {next !== null && error === null && (
        <Flex justifyContent="center">
          <Button variant="secondary" loading={isLoading} onClick={more}>
            {say(isFiltered ? 'issues.look-on' : 'page.more')}
          </Button>
        </Flex>
      )}
      {opened !== null && archive !== null && (
        <FileDialog archive={archive} place={opened} onClose={() => setOpened(null)} />
      )}
    </Flex>
  );
};
