import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ConflictValue } from '../../../../server/src/panel/conflict-contract';
import { useSay } from '../../hooks/words/useSay';

/** A value of a field, as text. */
export const ShownValue = ({ value }: { readonly value: ConflictValue }) => {
  const say = useSay();
  const { formatDate } = useIntl();
  const textOf = (): string => {
    switch (value.kind) {
      case 'text':
        return value.text;
      case 'date':
        return formatDate(value.at, { dateStyle: 'long', timeStyle: 'medium' });
      case 'names':
        return value.names.join(say('list.between'));
      case 'status':
        return say(`conflict.status-${value.status}`);
      default:
        return say(`conflict.${value.kind}`);
    }
  };
  const isSaid = value.kind === 'empty' || value.kind === 'unknown';
  return (
    <Typography
      tag="p"
      textColor={isSaid ? 'neutral600' : 'neutral800'}
      style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
    >
      {textOf()}
    </Typography>
  );
};
