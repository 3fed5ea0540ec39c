/** Time in ms after which the browser has surely begun to read what it saves. */
const KEPT = 60_000;

/** Lets the browser save data as a file. */
export function saveFile(name: string, data: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(data);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
