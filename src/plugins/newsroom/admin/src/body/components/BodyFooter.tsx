import * as React from 'react';
import { Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { BodyLanguage } from '../../../../core/body-language';
import { countWords } from '../core/count-words';
import { useBodyWords } from '../hooks/useBodyWords';

interface BodyFooterProps {
  readonly source: string;
  readonly language: BodyLanguage;
  readonly onLanguage: (language: BodyLanguage) => void;
}

/** How long a body is, and what it is written in. */
export const BodyFooter = ({ source, language, onLanguage }: BodyFooterProps) => {
  const say = useBodyWords();
  const { formatNumber } = useIntl();
  const count = React.useMemo(() => countWords(source), [source]);
  const words = say('words', '{count, plural, one {{shown} word} other {{shown} words}}', {
    count,
    shown: formatNumber(count),
  });

  return (
    <Flex justifyContent="space-between" alignItems="center" gap={2} padding={2} wrap="wrap">
      <Typography variant="pi" textColor="neutral600">
        {words}
      </Typography>
      <SingleSelect
        size="S"
        aria-label={say('language', 'Written in')}
        value={language}
        onChange={(value: string | number) => onLanguage(value === 'html' ? 'html' : 'markdown')}
      >
        <SingleSelectOption value="html">HTML</SingleSelectOption>
        <SingleSelectOption value="markdown">Markdown</SingleSelectOption>
      </SingleSelect>
    </Flex>
  );
};
