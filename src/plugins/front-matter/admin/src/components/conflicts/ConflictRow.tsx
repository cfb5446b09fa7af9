import { Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { ListedConflict } from '../../../../server/src/panel/conflict-contract';
import { useFieldName } from '../../hooks/words/useFieldName';
import { useSay } from '../../hooks/words/useSay';
import { conflictPage } from '../../requests/addresses';

interface ConflictRowProps {
  /** The archive's key. */
  readonly archive: string;
  readonly conflict: ListedConflict;
}

/** A conflict in the list: it leads to its page. */
export const ConflictRow = ({ archive, conflict }: ConflictRowProps) => {
  const say = useSay();
  const nameOf = useFieldName();
  const { formatDate } = useIntl();
  const { id, path, title, locale, fields, since } = conflict;
  const inWords = (): string => {
    if (fields === null) return say('conflicts.unknown');
    if (fields.length === 0) return say('conflicts.elsewhere');
    return fields.map(nameOf).join(say('list.between'));
  };
  return (
    <tr>
      <th scope="row" style={{ overflowWrap: 'anywhere', minWidth: '18rem', fontWeight: 'normal' }}>
        <Link tag={NavLink} to={conflictPage(archive, id)}>
          {title ?? path}
        </Link>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {path}
          {locale !== null && ` · ${locale}`}
        </Typography>
      </th>
      <td style={{ overflowWrap: 'anywhere' }}>{inWords()}</td>
      <td>
        {since === null
          ? '–'
          : say('conflicts.since-run', {
              run: since.run,
              when:
                since.at === null
                  ? '–'
                  : formatDate(since.at, { dateStyle: 'medium', timeStyle: 'short' }),
            })}
      </td>
    </tr>
  );
};
