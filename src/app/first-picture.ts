/** Time in ms after which nothing waits any more, whatever became of the picture. */
const PATIENCE = 5000;

let shown: () => void;

/** Resolves when the page has shown its first picture: what is not needed for that waits for it, so that the picture comes sooner. */
export const firstPicture: Promise<void> = new Promise((resolve) => {
  shown = resolve;
  setTimeout(resolve, PATIENCE);
});

/** The first picture is there, or there will be none. */
export const pictureShown = (): void => shown();
