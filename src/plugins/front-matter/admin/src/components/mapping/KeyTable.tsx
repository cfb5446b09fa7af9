import * as React from 'react';
import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import type { ArchiveKeys } from '../../../../server/src/panel/mapping-contract';
import type { MappingForm } from '../../hooks/archives/useMapping';
import { useSay } from '../../hooks/words/useSay';
import { changeMapping } from '../../mapping/choices';
import { FileDialog } from '../file/FileDialog';
import { DataTable } from '../parts/DataTable';
import { KeyRow } from './KeyRow';

/** So many keys are shown at first, and so many more on demand. */
const PAGE = 30;

interface KeyTableProps {
  readonly archive: string;
  readonly keys: ArchiveKeys;
  readonly form: MappingForm;
  readonly isDisabled: boolean;
}

/** The keys of an archive, to be searched, each with what it becomes. */
export const KeyTable = ({ archive, keys, form, isDisabled }: KeyTableProps) => {
  const say = useSay();
  const [search, setSearch] = React.useState('');
  const [most, setMost] = React.useState(PAGE);
  const [opened, setOpened] = React.useState<string | null>(null);
  const wanted = search.trim().toLowerCase();
  const found = keys.keys.filter(({ key }) => key.toLowerCase().includes(wanted));
  const chosen = changeMapping(keys.mapping.keys, form.changes);
  const takenBy = new Map(
    chosen.map(({ key, to }) => [typeof to === 'string' ? to : to.relation, key])
  );

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root name="key-search">
        <Field.Label>{say('mapping.search')}</Field.Label>
        <TextInput
          type="search"
          value={search}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
            setSearch(event.target.value);
            setMost(PAGE);
          }}
        />
      </Field.Root>
      {found.length > 0 && (
        <DataTable
          label={say('mapping.title')}
          columns={[
            say('mapping.key'),
            say('mapping.becomes'),
            say('mapping.count'),
            say('mapping.kind'),
            say('mapping.examples'),
          ]}
        >
          {found.slice(0, most).map((each) => (
            <KeyRow
              key={each.key}
              archiveKey={each}
              keys={keys}
              form={form}
              takenBy={takenBy}
              isDisabled={isDisabled}
              onOpen={setOpened}
            />
          ))}
        </DataTable>
      )}
      <Typography role="status" textColor="neutral600">
        {say('mapping.found', { count: found.length, total: keys.keys.length })}
        {keys.others > 0 && ` ${say('mapping.others', { count: keys.others })}`}
      </Typography>
      {found.length > most && (
        <Flex justifyContent="center">
          <Button variant="secondary" onClick={() => setMost(most + PAGE)}>
            {say('page.more')}
          </Button>
        </Flex>
      )}
      {opened !== null && (
        <FileDialog
          archive={archive}
          place={{ path: opened, line: null, column: null, message: null }}
          onClose={() => setOpened(null)}
        />
      )}
    </Flex>
  );
};
