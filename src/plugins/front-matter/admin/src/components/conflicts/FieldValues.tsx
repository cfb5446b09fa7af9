import * as React from 'react';
import { Box, Grid, Typography } from '@strapi/design-system';
import type { ConflictField } from '../../../../server/src/panel/conflict-contract';
import { isCut, longTexts } from '../../conflicts/is-long';
import { useSay } from '../../hooks/words/useSay';
import { Fold } from '../parts/Fold';
import { ShownValue } from './ShownValue';

const Comparison = React.lazy(() => import('./Comparison'));

interface FieldValuesProps {
  readonly field: ConflictField;
  /** What it is called. */
  readonly label: string;
  /** What stands over the site's value, and over the archive's. */
  readonly site: React.ReactNode;
  readonly archive: React.ReactNode;
}

/** Both sides of a field: long texts line by line, and below them what was imported last. */
export const FieldValues = ({ field, label, site, archive }: FieldValuesProps) => {
  const say = useSay();
  const long = longTexts(field);
  const column = (head: React.ReactNode, value: ConflictField['site']) => (
    <Grid.Item col={6} xs={12} direction="column" alignItems="stretch" gap={2}>
      {head}
      {long === null && (
        <Box background="neutral100" hasRadius padding={3}>
          <ShownValue value={value} />
        </Box>
      )}
    </Grid.Item>
  );

  return (
    <>
      <Grid.Root gap={4}>
        {column(site, field.site)}
        {column(archive, field.archive)}
      </Grid.Root>
      {long !== null && (
        <React.Suspense fallback={<Typography role="status">{say('page.loading')}</Typography>}>
          <Comparison label={label} site={long.site} archive={long.archive} />
        </React.Suspense>
      )}
      {isCut(field) && (
        <Typography variant="pi" textColor="neutral600">
          {say('conflict.cut')}
        </Typography>
      )}
      <Fold title={say('conflict.imported')}>
        <ShownValue value={field.imported} />
      </Fold>
    </>
  );
};
