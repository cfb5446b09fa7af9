import * as React from 'react';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const Details = styled.details`
  summary {
    cursor: pointer;
    width: fit-content;
    color: ${({ theme }) => theme.colors.primary600};
  }
  summary:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface FoldProps {
  readonly title: string;
  /** Whether it is shown at first. */
  readonly isOpen?: boolean;
  readonly children: React.ReactNode;
}

/** Something that is shown on demand, and not made before. */
export const Fold = ({ title, isOpen = false, children }: FoldProps) => {
  const [isMade, setMade] = React.useState(isOpen);
  return (
    <Details open={isOpen} onToggle={({ currentTarget }) => currentTarget.open && setMade(true)}>
      <summary>
        <Typography textColor="primary600" fontWeight="semiBold">
          {title}
        </Typography>
      </summary>
      {isMade && <Box paddingTop={4}>{children}</Box>}
    </Details>
  );
};
