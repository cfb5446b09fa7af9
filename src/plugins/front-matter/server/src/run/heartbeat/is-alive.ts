/** Whether there is a process of this number on this machine. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user answers with EPERM: it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
