import { Button, Flex, Typography } from '@strapi/design-system';
import type { Overview } from '../../../../server/src/panel/contract';
import { useRuns } from '../../hooks/useRuns';
import { useSay } from '../../hooks/words/useSay';
import { DataTable } from '../parts/DataTable';
import { Note } from '../parts/Note';
import { RunRow } from './RunRow';

const COLUMNS = ['number', 'what', 'archive', 'who', 'result', 'actions'] as const;

interface RunTableProps {
  readonly running: Overview['running'];
  readonly mayRollBack: boolean;
}

/** The history of runs. */
export const RunTable = ({ running, mayRollBack }: RunTableProps) => {
  const say = useSay();
  const { runs, next, error, isLoading, more } = useRuns(String(running?.run ?? ''));

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {runs !== null && runs.length > 0 && (
        <DataTable
          label={say('runs.title')}
          columns={COLUMNS.map((column) => say(`runs.${column}`))}
        >
          {runs.map((run) => (
            <RunRow
              key={run.number}
              run={run}
              mayRollBack={mayRollBack}
              isBusy={running !== null}
            />
          ))}
        </DataTable>
      )}
      {runs === null && isLoading && <Typography role="status">{say('page.loading')}</Typography>}
      {runs?.length === 0 && <Typography textColor="neutral600">{say('runs.none')}</Typography>}
      {error !== null && (
        <Note
          kind="danger"
          role="alert"
          action={
            <Button variant="tertiary" onClick={more}>
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
            {say('page.more')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
};
