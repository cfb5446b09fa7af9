import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Named } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';

/** Two lines at most, since a column that is as wide as its names pushes others out of sight. */
const Names = styled(Typography)`
  min-width: 5rem;
  max-width: 20rem;
  white-space: normal;
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
  overflow-wrap: anywhere;
`;

/** Names that there is room for. */
const MOST = 3;

const isCounted = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && 'count' in value;

/** Whether it is the documents themselves: a list that is filtered by a relation has them instead of their count. */
const isListed = (value: unknown): value is readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value);

const namedOf = (related: unknown, attribute: string): Named => {
  if (isCounted(related)) return related;
  if (!isListed(related)) return { count: 0 };
  const names = related.map((document) => document[attribute]).filter((name) => name !== undefined);
  const count = related.length;
  return names.length < count ? { count } : { count, names: names.slice(0, MOST).map(String) };
};

interface NamesCellProps {
  readonly related: unknown;
  /** The attribute that names a related document. */
  readonly attribute: string;
}

/** What related documents are called, in a list; how many there are, for whoever may not read that. */
export const NamesCell = ({ related, attribute }: NamesCellProps) => {
  const { formatMessage } = useIntl();
  const { count, names } = namedOf(related, attribute);
  const between = formatMessage({ id: `${PLUGIN_ID}.list.between`, defaultMessage: ', ' });
  const more = names === undefined ? 0 : count - names.length;
  const text =
    names === undefined
      ? formatMessage(
          {
            id: `${PLUGIN_ID}.list.count`,
            defaultMessage: '{count, plural, one {# item} other {# items}}',
          },
          { count }
        )
      : names.join(between) + (more > 0 ? ` +${more}` : '');
  return (
    <Names textColor="neutral800" tag="div" title={text}>
      {count === 0 ? '-' : text}
    </Names>
  );
};
