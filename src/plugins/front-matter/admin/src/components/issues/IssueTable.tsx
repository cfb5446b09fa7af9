import type { ListedIssue } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { DataTable } from '../parts/DataTable';
import { IssueRow } from './IssueRow';

interface IssueTableProps {
  readonly issues: readonly ListedIssue[];
  /** Opens the file of an issue; null where files cannot be read any more. */
  readonly onOpen: ((issue: ListedIssue) => void) | null;
}

/** Issues, each with its place and what was made of it. */
export const IssueTable = ({ issues, onOpen }: IssueTableProps) => {
  const say = useSay();
  return (
    <DataTable
      label={say('issues.title')}
      columns={[
        say('issues.place'),
        say('issues.severity'),
        say('issues.what'),
        say('issues.repair'),
      ]}
    >
      {issues.map((issue, index) => (
        <IssueRow key={index} issue={issue} onOpen={onOpen && (() => onOpen(issue))} />
      ))}
    </DataTable>
  );
};
