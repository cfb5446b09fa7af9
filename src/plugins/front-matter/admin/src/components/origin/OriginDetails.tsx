import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Origin, OriginRun } from '../../../../server/src/panel/origin-contract';
import { useSay } from '../../hooks/words/useSay';
import { ChangedFields } from './ChangedFields';
import { HeaderText } from './HeaderText';

interface FactProps {
  readonly name: string;
  readonly children: string;
}

const Fact = ({ name, children }: FactProps) => (
  <Box>
    <Typography tag="dt" variant="pi" textColor="neutral600">
      {name}
    </Typography>
    <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  </Box>
);

/** An archive, a file, runs, and what has become of the document since. */
export const OriginDetails = ({ origin }: { readonly origin: Origin }) => {
  const say = useSay();
  const { formatDate } = useIntl();
  const { archive, path, status, made, last, header, isChanged, changed, visibility } = origin;
  const tell = ({ startedAt, number, startedBy }: OriginRun): string => {
    const at = formatDate(startedAt, { dateStyle: 'medium', timeStyle: 'short' });
    return say('origin.run', { at, number, by: startedBy });
  };
  const isTold = changed.length > 0 || visibility !== null;

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex tag="dl" direction="column" alignItems="stretch" gap={2}>
        <Fact name={say('origin.archive')}>{archive}</Fact>
        <Fact name={say('origin.file')}>{path}</Fact>
        {made !== null && <Fact name={say('origin.made')}>{tell(made)}</Fact>}
        {last !== null && last.number !== made?.number && (
          <Fact name={say('origin.last')}>{tell(last)}</Fact>
        )}
      </Flex>
      {status !== 'imported' && (
        <Typography variant="pi" textColor="warning700">
          {say(`origin.${status}`)}
        </Typography>
      )}
      {header !== null && <HeaderText text={header} />}
      {visibility !== null && <Typography variant="pi">{say(`origin.${visibility}`)}</Typography>}
      {changed.length > 0 && <ChangedFields changed={changed} status={status} />}
      {!isTold && (
        <Typography variant="pi" textColor="neutral600">
          {say(isChanged ? 'origin.saved' : 'origin.unchanged')}
        </Typography>
      )}
    </Flex>
  );
};
