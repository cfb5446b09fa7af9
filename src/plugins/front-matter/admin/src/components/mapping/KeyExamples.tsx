import { TextButton, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { KeyExample } from '../../../../server/src/panel/mapping-contract';
import { useSay } from '../../hooks/words/useSay';
import { Code } from '../parts/Code';

const List = styled.ul`
  display: grid;
  gap: 0.8rem;
`;

const PathButton = styled(TextButton)`
  text-align: start;
  span {
    font-size: 1.2rem;
    overflow-wrap: anywhere;
  }
`;

interface KeyExamplesProps {
  readonly examples: readonly KeyExample[];
  readonly onOpen: (path: string) => void;
}

/** Some values of a key, each with a file that has it. */
export const KeyExamples = ({ examples, onOpen }: KeyExamplesProps) => {
  const say = useSay();
  if (examples.length === 0) return <Typography>{say('mapping.no-examples')}</Typography>;
  return (
    <List>
      {examples.map(({ path, text, isCut }) => (
        <li key={text}>
          <Code>{text === '' ? say('issues.nothing') : `${text}${isCut ? '…' : ''}`}</Code>
          <PathButton onClick={() => onOpen(path)} aria-label={say('posts.open-file-of', { path })}>
            {path}
          </PathButton>
        </li>
      ))}
    </List>
  );
};
