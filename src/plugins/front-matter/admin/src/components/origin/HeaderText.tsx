import * as React from 'react';
import { Accordion, Box, Button } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { useSay } from '../../hooks/words/useSay';

const Text = styled.pre`
  max-height: 20rem;
  overflow: auto;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  font-family: monospace;
  font-size: 1.2rem;
  line-height: 1.5;
  color: ${({ theme }) => theme.colors.neutral800};
`;

/** The header of a file as it stood, folded until somebody opens it. */
export const HeaderText = ({ text }: { readonly text: string }) => {
  const say = useSay();
  const { copy } = useClipboard();
  const [isCopied, setCopied] = React.useState(false);
  React.useEffect(() => setCopied(false), [text]);

  return (
    <Accordion.Root size="S" collapsible>
      <Accordion.Item value="header">
        <Accordion.Header>
          <Accordion.Trigger caretPosition="left">{say('origin.header')}</Accordion.Trigger>
        </Accordion.Header>
        <Accordion.Content>
          <Box padding={3}>
            {/* Whoever has only a keyboard scrolls it, too. */}
            <Text tabIndex={0} aria-label={say('origin.header')}>
              {text}
            </Text>
            <Button
              variant="tertiary"
              size="S"
              startIcon={<Duplicate />}
              onClick={() => void copy(text).then(setCopied)}
            >
              {say(isCopied ? 'origin.copied' : 'origin.copy')}
            </Button>
          </Box>
        </Accordion.Content>
      </Accordion.Item>
    </Accordion.Root>
  );
};
