import * as React from 'react';
import type { ArchiveDetail } from '../../../../server/src/panel/contract';
import type { Task } from '../../../../server/src/panel/task-contract';
import type {
  ArchiveKeys,
  MappedKey,
  MappingInForce,
} from '../../../../server/src/panel/mapping-contract';
import { type Changes, changeMapping, type Choice, realChanges } from '../../mapping/choices';
import { archiveAddress, keysAddress, mappingAddress } from '../../requests/addresses';
import { usePolled } from '../usePolled';
import { useSend } from '../useSend';

const NO_CHANGES: Changes = new Map();
const NO_KEYS: readonly MappedKey[] = [];

/**
 * What the keys of an archive become, and what is changed of that until it is saved.
 *
 * @param onChanged called when it was saved, or a preview was started
 */
export const useMapping = (archive: ArchiveDetail, onChanged: () => void) => {
  const { key, state, addedAt, options, preview } = archive;
  const polled = usePolled<ArchiveKeys>(
    state === 'ready' ? keysAddress(key) : null,
    (keys) => keys.state === 'counting'
  );
  const { ask } = polled;
  const [changed, setChanged] = React.useState<Changes>(NO_CHANGES);
  const [isSaved, setSaved] = React.useState(false);
  const { isSending, error, send } = useSend();

  // What was counted is another once a preview ends, and is old once the files or the options are others.
  const version = JSON.stringify([addedAt, options, preview?.key, preview?.state]);
  const seen = React.useRef(version);
  React.useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    ask();
  }, [version, ask]);

  const { data } = polled;
  const keys = data?.mapping.keys ?? NO_KEYS;
  const changes = realChanges(keys, changed);

  const taken = (mapping: MappingInForce): void => {
    if (data !== null) polled.take({ ...data, mapping });
    // Which keys are shown depends on those that are mapped.
    ask();
    setChanged(NO_CHANGES);
    setSaved(true);
    onChanged();
  };
  const save = async (): Promise<boolean> => {
    const answer = await send<MappingInForce>('put', mappingAddress(key), {
      mapping: changeMapping(keys, changes),
      version: data?.mapping.version ?? null,
    });
    if (answer !== null) taken(answer.data);
    return answer !== null;
  };

  return {
    data,
    loadError: polled.error,
    again: ask,
    changes,
    isModified: changes.size > 0,
    isSaved,
    isSending,
    error,
    change(changedKey: string, choice: Choice): void {
      setSaved(false);
      setChanged((last) => new Map(last).set(changedKey, choice));
    },
    discard: (): void => setChanged(NO_CHANGES),
    save,
    async saveAndPreview(): Promise<void> {
      if (!(await save())) return;
      const answer = await send<Task>('post', `${archiveAddress(key)}/preview`);
      if (answer !== null) onChanged();
    },
    async reset(): Promise<void> {
      const answer = await send<MappingInForce>('del', mappingAddress(key));
      if (answer !== null) taken(answer.data);
    },
  };
};

export type MappingForm = ReturnType<typeof useMapping>;
