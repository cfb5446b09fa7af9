import * as React from 'react';
import { Flex, TextButton, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useSay } from '../../hooks/words/useSay';
import { cutVersions } from '../../issues/cut-text';
import { showSpaces } from '../../issues/show-spaces';
import { Code } from '../parts/Code';

/** Characters of a text that are shown at first. */
const MOST = 120;

const Version = styled(Code)<{ readonly $kind: 'before' | 'after' }>`
  display: block;
  padding: 0.4rem 0.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme, $kind }) =>
    $kind === 'before' ? theme.colors.danger100 : theme.colors.success100};
`;

interface RepairProps {
  readonly before: string;
  readonly after: string;
}

/** What stood in a file and what it was read as: the beginning at first, the whole on demand. */
export const Repair = ({ before, after }: RepairProps) => {
  const say = useSay();
  const [isWhole, setWhole] = React.useState(false);
  const cut = cutVersions(before, after, MOST);
  const shown = (kind: 'before' | 'after', whole: string) => {
    const text = isWhole ? whole : cut[kind].text;
    return (
      <div>
        <Typography variant="pi" textColor="neutral600">
          {say(`issues.${kind}`)}
        </Typography>
        <Version $kind={kind}>{text === '' ? say('issues.nothing') : showSpaces(text)}</Version>
      </div>
    );
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      {shown('before', before)}
      {shown('after', after)}
      {(cut.before.isCut || cut.after.isCut) && (
        <TextButton onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {say(isWhole ? 'issues.less' : 'issues.whole-text')}
        </TextButton>
      )}
    </Flex>
  );
};
