import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ArchiveDetail } from '../../../../server/src/panel/contract';
import { useSay } from '../../hooks/words/useSay';
import { deskPage } from '../../requests/addresses';
import { isLater } from '../../tasks/next-step';
import { Section } from '../parts/Section';

/** Leads to the files that could not be read, once a preview or an import has found any. */
export const UnreadNote = ({ archive }: { readonly archive: ArchiveDetail }) => {
  const say = useSay();
  const { preview, lastImport, correctedSince, key } = archive;
  const isPreview = preview !== null && (lastImport === null || isLater(preview, lastImport));
  const count = (isPreview ? preview : lastImport)?.counts.quarantined ?? 0;
  if (count === 0) return null;
  return (
    <Section
      title={say('desk.title')}
      hint={[
        say('desk.count', { count }),
        ...(correctedSince > 0 ? [say('desk.corrected-since', { count: correctedSince })] : []),
      ].join(' ')}
      action={
        <Link tag={NavLink} to={deskPage(key)}>
          {say('desk.open')}
        </Link>
      }
    />
  );
};
