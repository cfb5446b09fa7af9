import * as React from 'react';
import type { DeskFile, SavedCorrection } from '../../../../server/src/panel/desk-contract';
import type { Task } from '../../../../server/src/panel/task-contract';
import { archiveAddress, correctionAddress, correctionOfAddress } from '../../requests/addresses';
import { useSend } from '../useSend';

/** What has been done last. */
export type Done = 'saved' | 'withdrawn' | null;

/** What is made of a file: saved, imported, withdrawn. */
export const useCorrection = (archive: string, file: DeskFile) => {
  const { path, checksum } = file;
  const { isSending, error, send } = useSend();
  const [correction, setCorrection] = React.useState(file.correction);
  const [done, setDone] = React.useState<Done>(null);
  const [task, setTask] = React.useState<Task | null>(null);

  /** Answers whether it is saved. */
  const save = async (text: string): Promise<boolean> => {
    setDone(null);
    const body = { path, text, checksum };
    const answer = await send<SavedCorrection>('put', correctionAddress(archive), body);
    if (answer === null) return false;
    setCorrection({ text, ...answer.data });
    setDone('saved');
    return true;
  };
  const importNow = async (): Promise<void> => {
    const body = { files: [path] };
    const answer = await send<Task>('post', `${archiveAddress(archive)}/import`, body);
    if (answer !== null) setTask(answer.data);
  };
  /** Answers whether it is withdrawn. */
  const withdraw = async (): Promise<boolean> => {
    const answer = await send<null>('del', correctionOfAddress(archive, checksum));
    if (answer === null) return false;
    setCorrection(null);
    setDone('withdrawn');
    return true;
  };
  return { correction, done, task, isSending, error, save, importNow, withdraw };
};
