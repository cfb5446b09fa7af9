import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** A date and its time in a list, in the language of the panel and the editor's time zone. */
export const DateCell = ({ value }: { readonly value: unknown }) => {
  const { formatDate } = useIntl();
  const isDate = typeof value === 'string' && value !== '';
  return (
    // In two lines where there is no room for one.
    <Typography textColor="neutral800" style={{ whiteSpace: 'normal' }}>
      {isDate ? formatDate(value, { dateStyle: 'short', timeStyle: 'short' }) : '-'}
    </Typography>
  );
};
