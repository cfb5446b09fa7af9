import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

interface SectionProps {
  readonly title: string;
  /** By which the page's address leads here. */
  readonly anchor?: string;
  /** What is said below the title. */
  readonly hint?: string;
  /** What can be done, beside the title. */
  readonly action?: React.ReactNode;
  readonly children?: React.ReactNode;
}

/** A part of a page under a heading. */
export const Section = ({ title, anchor, hint, action, children }: SectionProps) => {
  const id = React.useId();
  return (
    <Box
      tag="section"
      id={anchor}
      aria-labelledby={id}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
          <Flex direction="column" alignItems="flex-start" gap={1}>
            <Typography tag="h2" variant="beta" id={id}>
              {title}
            </Typography>
            {hint !== undefined && (
              <Typography variant="omega" textColor="neutral600">
                {hint}
              </Typography>
            )}
          </Flex>
          {action}
        </Flex>
        {children}
      </Flex>
    </Box>
  );
};
