import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useMeaning } from '../../hooks/words/useMeaning';
import { Code } from '../parts/Code';

interface CodeNameProps {
  readonly code: string;
}

/** An issue code. What is said of a place is in English: in another language, what the code means stands beside. */
export const CodeName = ({ code }: CodeNameProps) => {
  const { locale } = useIntl();
  const meaningOf = useMeaning();
  const meaning = locale.startsWith('en') ? '' : meaningOf(code, '');
  return (
    <Typography tag="span">
      <Code>{code}</Code>
      {meaning !== '' && ` ${meaning}`}
    </Typography>
  );
};
