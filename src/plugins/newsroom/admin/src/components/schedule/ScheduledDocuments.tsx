import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ScheduledDocument } from '../../../../server/src/panel/schedule-contract';
import { useSay } from '../../hooks/useSay';
import { formAddress } from '../../terms/addresses';
import { ScheduledLine } from './ScheduledTimes';

interface ScheduledDocumentsProps {
  readonly documents: readonly ScheduledDocument[];
  readonly label: string;
}

/** What is to be done with documents, each with a link to its form. */
export const ScheduledDocuments = ({ documents, label }: ScheduledDocumentsProps) => {
  const say = useSay();
  return (
    <Flex tag="ul" aria-label={label} direction="column" alignItems="stretch" gap={3}>
      {documents.map((document) => (
        <Flex
          key={`${document.uid} ${document.documentId} ${document.locale} ${document.deed}`}
          tag="li"
          direction="column"
          alignItems="flex-start"
          gap={1}
        >
          <Link
            tag={NavLink}
            to={formAddress(document.uid, document.documentId, document.locale || null)}
          >
            {document.title === '' ? say('home.untitled') : document.title}
            {document.locale !== '' && (
              <Typography textColor="neutral600"> {document.locale}</Typography>
            )}
          </Link>
          <ScheduledLine deed={document.deed} time={document} />
        </Flex>
      ))}
    </Flex>
  );
};
