import { Typography } from '@strapi/design-system';
import { useMeaning } from '../../hooks/words/useMeaning';
import { Code } from '../parts/Code';

interface CodeNameProps {
  readonly code: string;
}

/** An issue code, and what it means: what is said of a place is in English. */
export const CodeName = ({ code }: CodeNameProps) => {
  const meaning = useMeaning()(code, '');
  return (
    <Typography tag="span">
      <Code>{code}</Code>
      {meaning !== '' && ` ${meaning}`}
    </Typography>
  );
};
