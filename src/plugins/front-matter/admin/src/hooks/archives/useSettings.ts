import * as React from 'react';
import type { ArchiveDetail, TaskOptions } from '../../../../server/src/panel/contract';
import { archiveAddress } from '../../requests/addresses';
import { useSend } from '../useSend';

/** The name and the options of an archive. */
export interface Settings {
  readonly name: string;
  readonly options: TaskOptions;
}

const linesOf = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '');

/** What was typed, without the spaces and empty lines that are left of typing. */
const tidy = ({ name, options }: Settings): Settings => ({
  name: name.trim(),
  options: {
    ...options,
    posts: linesOf(options.posts),
    config: linesOf(options.config),
    timezone: options.timezone?.trim() || null,
  },
});

const isSame = (one: Settings, other: Settings): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * What is changed of an archive's name and options, until it is saved.
 *
 * @param onSaved called with the archive as it is then
 */
export const useSettings = (
  key: string,
  saved: Settings | null,
  onSaved: (archive: ArchiveDetail) => void
) => {
  const { isSending, error, send } = useSend();
  const [changed, setChanged] = React.useState<Partial<TaskOptions> & { name?: string }>({});
  const [isSaved, setSaved] = React.useState(false);
  const { name = saved?.name ?? '', ...options } = changed;
  const settings: Settings | null = saved && {
    name,
    options: { ...saved.options, ...options },
  };
  const isModified = saved !== null && settings !== null && !isSame(saved, settings);
  const change = (part: Partial<TaskOptions> & { name?: string }): void => {
    setSaved(false);
    setChanged((last) => ({ ...last, ...part }));
  };
  const discard = (): void => setChanged({});
  const save = async (): Promise<void> => {
    if (settings === null) return;
    const answer = await send<ArchiveDetail>('put', archiveAddress(key), tidy(settings));
    if (answer === null) return;
    onSaved(answer.data);
    setChanged({});
    setSaved(true);
  };
  return { settings, isModified, isSaved, isSaving: isSending, error, change, discard, save };
};

export type SettingsForm = ReturnType<typeof useSettings>;
