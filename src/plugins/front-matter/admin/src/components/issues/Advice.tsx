import { Typography } from '@strapi/design-system';
import { useAdvice } from '../../hooks/words/useAdvice';

/** What can be done on the page about an issue, where its message speaks of the command line. */
export const Advice = ({ code }: { readonly code: string }) => {
  const advice = useAdvice()(code);
  return advice === null ? null : <Typography textColor="neutral600">{advice}</Typography>;
};
