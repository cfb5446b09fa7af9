import { Typography } from '@strapi/design-system';
import type { ListedArchive } from '../../../../server/src/panel/contract';
import { useSay } from '../../hooks/words/useSay';
import { DataTable } from '../parts/DataTable';
import { ArchiveRow } from './ArchiveRow';

const COLUMNS = ['name', 'origin', 'files', 'added', 'task'] as const;

interface ArchiveTableProps {
  readonly archives: readonly ListedArchive[];
  readonly mayImport: boolean;
}

/** The archives that the page knows. */
export const ArchiveTable = ({ archives, mayImport }: ArchiveTableProps) => {
  const say = useSay();
  if (archives.length === 0) {
    return (
      <Typography textColor="neutral600">
        {say(mayImport ? 'archives.none-yet' : 'archives.none')}
      </Typography>
    );
  }
  return (
    <DataTable
      label={say('archives.list')}
      columns={COLUMNS.map((column) => say(`archives.${column}`))}
    >
      {archives.map((archive) => (
        <ArchiveRow key={archive.key} archive={archive} />
      ))}
    </DataTable>
  );
};
