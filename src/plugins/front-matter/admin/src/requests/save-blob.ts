/** Has the browser save something as a file. */
export const saveBlob = (blob: Blob, name: string): void => {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers begin to read it a moment later.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
