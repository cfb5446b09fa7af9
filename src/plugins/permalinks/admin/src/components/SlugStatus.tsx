import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Suggestion } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';

interface SlugStatusProps {
  readonly suggestion: Suggestion;
  readonly onTake: (slug: string) => void;
}

const OWN = {
  current: 'The current slug of this document',
  reserved: 'Reserved for this document',
  former: 'An old slug of this document',
  gone: 'Free',
} as const;

/** Whether a slug is free, or the document's own already, and which one to take when it is not. */
export const SlugStatus = ({ suggestion, onTake }: SlugStatusProps) => {
  const { formatMessage } = useIntl();
  const { free, fault, instead, own } = suggestion;
  const say = (key: string, defaultMessage: string) =>
    formatMessage({ id: `${PLUGIN_ID}.slug.${key}`, defaultMessage });

  return (
    <Flex gap={2} alignItems="center" role="status">
      <Typography variant="pi" textColor={free ? 'success600' : 'danger600'}>
        {free
          ? own === null
            ? say('free', 'Free')
            : say(`own.${own}`, OWN[own])
          : fault === null
            ? say('taken', 'Taken by another document')
            : say(`fault.${fault}`, 'This cannot be a slug')}
      </Typography>
      {instead !== null && (
        <Button type="button" variant="tertiary" size="S" onClick={() => onTake(instead)}>
          {formatMessage(
            { id: `${PLUGIN_ID}.slug.take`, defaultMessage: 'Take {slug}' },
            { slug: instead }
          )}
        </Button>
      )}
    </Flex>
  );
};
