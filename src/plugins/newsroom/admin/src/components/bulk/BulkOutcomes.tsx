import { Box, Flex, Typography } from '@strapi/design-system';
import type { BulkOutcome } from '../../../../server/src/panel/contract';
import { useSay } from '../../hooks/useSay';

interface BulkOutcomesProps {
  readonly outcomes: readonly BulkOutcome[];
  /** What a document is called. */
  readonly nameOf: (documentId: string) => string;
}

/** Says how many documents were changed, and of each that was not why. */
export const BulkOutcomes = ({ outcomes, nameOf }: BulkOutcomesProps) => {
  const say = useSay();
  const idsOf = (wanted: BulkOutcome['outcome']): ReadonlySet<string> =>
    new Set(outcomes.filter(({ outcome }) => outcome === wanted).map((one) => one.documentId));
  const failed = outcomes.filter(({ outcome }) => outcome === 'failed');
  const done = idsOf('done');
  const same = [...idsOf('unchanged')].filter((id) => !done.has(id));

  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="status">
      <Typography>
        {say('bulk.outcome', { done: done.size, same: same.length, failed: idsOf('failed').size })}
      </Typography>
      {failed.length > 0 && (
        <Box tag="ul">
          {failed.map(({ documentId, message }, index) => (
            <li key={`${documentId} ${index}`}>
              <Typography textColor="danger600" style={{ overflowWrap: 'anywhere' }}>
                {nameOf(documentId)}: {message}
              </Typography>
            </li>
          ))}
        </Box>
      )}
    </Flex>
  );
};
