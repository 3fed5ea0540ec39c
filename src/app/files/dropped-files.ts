/** What is done with files that are dragged over an element. */
export interface DropEvents {
  /** Whether a file is held over it. */
  over(over: boolean): void;
  dropped(file: File): void;
}

/** Listens for a file that is dragged onto an element and let go there. */
export function listenForFiles(target: EventTarget, events: DropEvents, signal: AbortSignal): void {
  const carriesFile = (event: Event): event is DragEvent =>
    event instanceof DragEvent && [...(event.dataTransfer?.types ?? [])].includes('Files');
  const on = (name: string, act: (event: DragEvent) => void) =>
    target.addEventListener(
      name,
      (event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        act(event);
      },
      { signal },
    );
  on('dragenter', () => events.over(true));
  on('dragover', () => {});
  on('dragleave', (event) => {
    // From one child to another is still over the element.
    const to = event.relatedTarget;
    if (!(to instanceof Node && target instanceof Node && target.contains(to))) events.over(false);
  });
  on('drop', (event) => {
    events.over(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) events.dropped(file);
  });
}
