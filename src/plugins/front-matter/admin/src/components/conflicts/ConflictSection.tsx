import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useConflicts } from '../../hooks/conflicts/useConflicts';
import { useSay } from '../../hooks/words/useSay';
import { DataTable } from '../parts/DataTable';
import { Note } from '../parts/Note';
import { Section } from '../parts/Section';
import { ConflictRow } from './ConflictRow';
import { SettleAll } from './SettleAll';

/** Where it stands on its page. */
export const CONFLICTS = 'conflicts';

const COLUMNS = ['post', 'fields', 'found'] as const;

interface ConflictSectionProps {
  /** The archive's key. */
  readonly archive: string;
  /** Changes where the conflicts are to be read again. */
  readonly version: string;
  /** Whether something is at work, so that nothing else can begin. */
  readonly isBlocked: boolean;
}

/** The conflicts of an archive, where there are any. */
export const ConflictSection = ({ archive, version, isBlocked }: ConflictSectionProps) => {
  const say = useSay();
  const { conflicts, count, look, next, error, isLoading, more, again } = useConflicts(
    archive,
    version
  );
  const isEmpty = conflicts === null || conflicts.length === 0;
  // Most archives have none, and nothing is to be said of them then.
  if (isEmpty && error === null) return null;

  return (
    <Section
      anchor={CONFLICTS}
      title={say('conflicts.title', { count })}
      hint={say('conflicts.hint')}
      action={
        !isEmpty &&
        look !== null && (
          <SettleAll archive={archive} count={count} look={look} isBlocked={isBlocked} />
        )
      }
    >
      {!isEmpty && (
        <DataTable
          label={say('conflicts.list')}
          columns={COLUMNS.map((column) => say(`conflicts.${column}`))}
        >
          {conflicts.map((conflict) => (
            <ConflictRow key={conflict.id} archive={archive} conflict={conflict} />
          ))}
        </DataTable>
      )}
      <Typography role="status" textColor="neutral600">
        {isLoading && say('page.loading')}
        {!isLoading && !isEmpty && say('conflicts.shown', { shown: conflicts.length, count })}
      </Typography>
      {error !== null && (
        <Note
          kind="danger"
          role="alert"
          action={
            <Button variant="tertiary" onClick={isEmpty ? again : more}>
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
    </Section>
  );
};
