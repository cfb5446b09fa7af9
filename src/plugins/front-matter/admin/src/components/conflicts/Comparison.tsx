import * as React from 'react';
import { Button, Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useSay } from '../../hooks/words/useSay';
import { openComparison } from '../../viewer/open-comparison';

const Frame = styled.div`
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};

  .cm-mergeView {
    max-height: 60vh;
    font-size: 1.3rem;
  }
  .cm-editor.cm-focused {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  .cm-scroller {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    line-height: 1.6;
  }
  .cm-gutters {
    background: ${({ theme }) => theme.colors.neutral100};
    color: ${({ theme }) => theme.colors.neutral600};
    border-inline-end: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  .cm-content ::selection,
  .cm-selectionBackground {
    background: ${({ theme }) => theme.colors.primary200};
  }
  .cm-mergeView .cm-editor .cm-changedLine {
    background: ${({ theme }) => theme.colors.warning100};
  }
  .cm-mergeView .cm-editor .cm-changedText {
    background: ${({ theme }) => theme.colors.warning200};
    text-decoration: underline;
    text-decoration-color: ${({ theme }) => theme.colors.warning600};
  }
  .cm-mergeView .cm-editor .cm-collapsedLines {
    background: ${({ theme }) => theme.colors.neutral100};
    color: ${({ theme }) => theme.colors.neutral800};
  }
  .cm-mergeView .cm-collapsedLines::before,
  .cm-mergeView .cm-collapsedLines::after {
    content: '';
  }
  .cm-mergeView .cm-editor .cm-changedLineGutter {
    background: ${({ theme }) => theme.colors.warning600};
  }
`;

interface ComparisonProps {
  /** What the field is called. */
  readonly label: string;
  readonly site: string;
  readonly archive: string;
}

/** Two texts of a field beside each other, with what is not the same marked. */
const Comparison = ({ label, site, archive }: ComparisonProps) => {
  const say = useSay();
  const frame = React.useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = React.useState(false);
  const leftLabel = say('conflict.site-of', { field: label });
  const rightLabel = say('conflict.archive-of', { field: label });
  const hidden = say('conflict.hidden-lines');

  React.useEffect(() => {
    if (frame.current === null) return undefined;
    const comparison = openComparison({
      parent: frame.current,
      left: site,
      right: archive,
      ...{ leftLabel, rightLabel, isWhole, hidden },
    });
    return () => comparison.close();
  }, [site, archive, leftLabel, rightLabel, isWhole, hidden]);

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Frame ref={frame} />
      <Flex justifyContent="flex-end">
        <Button variant="tertiary" size="S" onClick={() => setWhole((was) => !was)}>
          {say(isWhole ? 'conflict.differing' : 'conflict.whole')}
        </Button>
      </Flex>
    </Flex>
  );
};

export default Comparison;
