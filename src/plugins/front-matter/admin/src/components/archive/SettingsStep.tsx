import * as React from 'react';
import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import type { ArchiveDetail } from '../../../../server/src/panel/contract';
import { useSay } from '../../hooks/words/useSay';
import type { SettingsForm } from '../../hooks/archives/useSettings';
import { Fold } from '../parts/Fold';
import { Note } from '../parts/Note';
import { Section } from '../parts/Section';
import { OptionFields } from './OptionFields';

interface SettingsStepProps {
  readonly archive: ArchiveDetail;
  readonly form: SettingsForm;
  readonly mayChange: boolean;
}

/** What does not fit the archive in what was saved: it stands at the top of the page, too, which is out of sight. */
const SavedNotes = ({ archive }: { readonly archive: ArchiveDetail }) => {
  const { problem, opened } = archive;
  const missing = (opened?.issues ?? []).filter(({ code }) => code === 'FOLDER_MISSING');
  const messages = [
    ...(problem === null ? [] : [problem]),
    ...missing.map(({ message }) => message),
  ];
  return messages.map((message) => (
    <Note key={message} kind="warning" role="alert">
      <Typography style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {message}
      </Typography>
    </Note>
  ));
};

/** The name of an archive, and how it is read and imported. */
export const SettingsStep = ({ archive, form, mayChange }: SettingsStepProps) => {
  const say = useSay();
  const { settings, isModified, isSaved, isSaving, error, change, discard, save } = form;
  if (settings === null) return null;
  const isRenamed = archive.lastImport !== null && settings.name.trim() !== archive.name;
  const isNameless = settings.name.trim() === '';

  return (
    <Section title={say('settings.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isModified && !isNameless) void save();
        }}
      >
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Field.Root
            name="archive-name"
            required
            hint={say('settings.name-hint')}
            error={isNameless && say('settings.name-needed')}
          >
            <Field.Label>{say('settings.name')}</Field.Label>
            <TextInput
              value={settings.name}
              disabled={!mayChange}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                change({ name: event.target.value })
              }
            />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
          {isRenamed && <Note kind="warning">{say('settings.renamed')}</Note>}
          <Fold title={say('settings.more')} isOpen={archive.problem !== null}>
            <OptionFields
              options={settings.options}
              choices={archive.choices}
              isDisabled={!mayChange}
              onChange={change}
            />
          </Fold>
          {error !== null && (
            <Note kind="danger" role="alert">
              {error}
            </Note>
          )}
          {isSaved && !isModified && <SavedNotes archive={archive} />}
          {mayChange && (
            <Flex gap={2} alignItems="center" wrap="wrap">
              <Button type="submit" disabled={!isModified || isNameless} loading={isSaving}>
                {say('settings.save')}
              </Button>
              {isModified && (
                <Button variant="tertiary" onClick={discard}>
                  {say('settings.discard')}
                </Button>
              )}
              <Typography role="status" textColor="neutral600">
                {isModified && say('settings.unsaved')}
                {!isModified && isSaved && say('settings.saved')}
              </Typography>
            </Flex>
          )}
        </Flex>
      </form>
    </Section>
  );
};
