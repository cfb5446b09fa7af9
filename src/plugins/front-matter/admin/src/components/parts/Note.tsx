import type * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';

const LOOKS = {
  info: { background: 'primary100', icon: <Information fill="primary600" aria-hidden /> },
  success: { background: 'success100', icon: <CheckCircle fill="success600" aria-hidden /> },
  warning: { background: 'warning100', icon: <WarningCircle fill="warning600" aria-hidden /> },
  danger: { background: 'danger100', icon: <WarningCircle fill="danger600" aria-hidden /> },
} as const;

interface NoteProps {
  readonly kind: keyof typeof LOOKS;
  /** `alert` for what has gone wrong just now, `status` for what has changed. */
  readonly role?: 'alert' | 'status';
  readonly children: React.ReactNode;
  /** What can be done about it. */
  readonly action?: React.ReactNode;
}

/** Something that is to be read before one goes on. */
export const Note = ({ kind, role, children, action }: NoteProps) => (
  <Flex
    role={role}
    background={LOOKS[kind].background}
    hasRadius
    padding={4}
    gap={3}
    alignItems="flex-start"
    wrap="wrap"
  >
    <Flex shrink={0} paddingTop={1}>
      {LOOKS[kind].icon}
    </Flex>
    <Flex direction="column" alignItems="flex-start" gap={1} flex="1 1 20rem">
      {typeof children === 'string' ? (
        <Typography
          textColor="neutral800"
          style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}
        >
          {children}
        </Typography>
      ) : (
        children
      )}
    </Flex>
    {action}
  </Flex>
);
