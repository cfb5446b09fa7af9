import * as React from 'react';
import { Box, Field, Grid, Radio, Textarea, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { editLines } from '../../body/core/edit-lines';
import { versionTexts } from './version-texts';
import { PLUGIN_ID } from '../../plugin-id';
import type { Conflict } from '../../requests/saves';

/** Which version of an attribute is to be saved, and the text that was made of it by hand. */
export interface Choice {
  readonly take: 'own' | 'theirs';
  readonly text?: string;
}

interface ConflictRowProps {
  readonly conflict: Conflict;
  /** What the form calls the attribute. */
  readonly label: string;
  readonly own: unknown;
  /** Of a relation, whether it leads to one document. */
  readonly isOne: boolean;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

/** The two versions of an attribute, of which one is chosen; texts are changed by hand, too. */
export const ConflictRow = ({
  conflict,
  label,
  own,
  isOne,
  choice,
  onChoose,
}: ConflictRowProps) => {
  const { formatMessage } = useIntl();
  const { attribute, now } = conflict;
  const texts = versionTexts(conflict, own, isOne);
  const isText = typeof own === 'string' || typeof now === 'string';
  const say = (key: string, defaultMessage: string) =>
    formatMessage({ id: `${PLUGIN_ID}.conflicts.${key}`, defaultMessage });

  return (
    <Box tag="fieldset" borderWidth={0}>
      <Typography tag="legend" variant="delta">
        {label}
      </Typography>
      <Radio.Group
        aria-label={label}
        value={choice?.take ?? ''}
        onValueChange={(take: string) =>
          onChoose({ ...choice, take: take === 'own' ? 'own' : 'theirs' })
        }
      >
        <Grid.Root gap={4}>
          <Grid.Item col={6} xs={12} direction="column" alignItems="stretch" gap={2}>
            <Radio.Item value="own">{say('own', 'Yours')}</Radio.Item>
            <Field.Root name={`newsroom-own-${attribute}`}>
              <Textarea
                aria-label={`${say('own', 'Yours')}: ${label}`}
                value={choice?.text ?? texts.own}
                disabled={!isText}
                onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) =>
                  onChoose({
                    take: 'own',
                    text: editLines(choice?.text ?? texts.own, event.target.value),
                  })
                }
              />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={6} xs={12} direction="column" alignItems="stretch" gap={2}>
            <Radio.Item value="theirs">{say('theirs', 'As it is now')}</Radio.Item>
            <Field.Root name={`newsroom-theirs-${attribute}`}>
              <Textarea
                aria-label={`${say('theirs', 'As it is now')}: ${label}`}
                value={texts.theirs}
                disabled
              />
            </Field.Root>
          </Grid.Item>
        </Grid.Root>
      </Radio.Group>
    </Box>
  );
};
