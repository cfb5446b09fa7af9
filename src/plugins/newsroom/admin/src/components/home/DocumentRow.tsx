import type * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { HomeDraft } from '../../../../server/src/panel/home-contract';
import { useSay } from '../../hooks/useSay';
import { formAddress } from '../../terms/addresses';

interface DocumentRowProps {
  readonly document: Omit<HomeDraft, 'isPublished'>;
  /** How its date is written. */
  readonly dateForm: Parameters<ReturnType<typeof useIntl>['formatDate']>[1];
  /** What else is said of it. */
  readonly children: React.ReactNode;
}

/** A document in a widget: it leads to its form, and is in two lines where there is no room for one. */
export const DocumentRow = ({ document, dateForm, children }: DocumentRowProps) => {
  const say = useSay();
  const { formatDate, formatMessage } = useIntl();
  const { uid, documentId, locale, type, title, at } = document;
  const facts = [
    ...(type === null ? [] : [formatMessage({ id: type, defaultMessage: type })]),
    ...(locale === null ? [] : [locale]),
  ];

  return (
    <Flex tag="li" wrap="wrap" gap={2} paddingTop={1} paddingBottom={1}>
      <Flex flex="1 1 16rem" minWidth={0} style={{ contain: 'inline-size' }}>
        <Typography
          tag={NavLink}
          to={formAddress(uid, documentId, locale)}
          textColor="primary600"
          title={title ?? undefined}
          ellipsis
        >
          {title ?? say('home.untitled')}
        </Typography>
      </Flex>
      <Flex gap={2}>
        {facts.map((fact) => (
          <Typography key={fact} variant="pi" textColor="neutral600">
            {fact}
          </Typography>
        ))}
        {children}
        <Typography tag="time" dateTime={at} variant="pi" textColor="neutral600">
          {formatDate(at, dateForm)}
        </Typography>
      </Flex>
    </Flex>
  );
};
