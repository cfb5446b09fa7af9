import * as React from 'react';
import {
  Box,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CodeCount } from '../../../../server/src/panel/task-contract';
import { useMeaning } from '../../hooks/words/useMeaning';
import { useSay } from '../../hooks/words/useSay';
import type { IssueFilters } from '../../requests/addresses';

/** A choice that has no value of its own: a select does not know an empty one. */
const ALL = 'all';

/** Asks after nobody has typed for so long, in milliseconds. */
const PAUSE = 400;

const SEVERITIES = ['error', 'warning', 'info'] as const;

interface IssueFieldsProps {
  readonly codes: readonly CodeCount[];
  readonly filters: IssueFilters;
  readonly onChange: (filters: IssueFilters) => void;
}

/** By what issues are chosen: what they say, how much they matter, and where. */
export const IssueFields = ({ codes, filters, onChange }: IssueFieldsProps) => {
  const say = useSay();
  const meaningOf = useMeaning();
  const { formatNumber } = useIntl();
  const [path, setPath] = React.useState(filters.path);
  const latest = React.useRef({ filters, onChange });
  latest.current = { filters, onChange };
  React.useEffect(() => {
    const timer = window.setTimeout(() => {
      const { filters: now, onChange: tell } = latest.current;
      if (now.path !== path) tell({ ...now, path });
    }, PAUSE);
    return () => window.clearTimeout(timer);
  }, [path]);
  const chosenCode = codes.find(({ code }) => code === filters.code);
  const present = SEVERITIES.filter((one) => codes.some(({ severity }) => severity === one));
  const chosen = (value: string | number): string => (value === ALL ? '' : String(value));

  return (
    <Flex gap={4} alignItems="flex-start" wrap="wrap">
      <Box flex="2 1 28rem">
        <Field.Root
          name="issue-code"
          hint={chosenCode && meaningOf(chosenCode.code, chosenCode.meaning)}
        >
          <Field.Label>{say('issues.code')}</Field.Label>
          <SingleSelect
            value={filters.code || ALL}
            onChange={(value) => onChange({ ...filters, code: chosen(value) })}
          >
            <SingleSelectOption value={ALL}>{say('issues.all-codes')}</SingleSelectOption>
            {codes.map(({ code, count, meaning }) => (
              <SingleSelectOption key={code} value={code}>
                {`${code} (${formatNumber(count)}) – ${meaningOf(code, meaning)}`}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Hint />
        </Field.Root>
      </Box>
      <Box flex="1 1 16rem">
        <Field.Root name="issue-severity">
          <Field.Label>{say('issues.severity')}</Field.Label>
          <SingleSelect
            value={filters.severity || ALL}
            onChange={(value) => onChange({ ...filters, severity: chosen(value) })}
          >
            <SingleSelectOption value={ALL}>{say('issues.all-severities')}</SingleSelectOption>
            {present.map((severity) => (
              <SingleSelectOption key={severity} value={severity}>
                {say(`severity.${severity}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Box>
      <Box flex="1 1 20rem">
        <Field.Root name="issue-path">
          <Field.Label>{say('issues.path')}</Field.Label>
          <TextInput
            value={path}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setPath(event.target.value)}
          />
        </Field.Root>
      </Box>
    </Flex>
  );
};
