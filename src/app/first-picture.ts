/** Something that comes once, or is given up after so many ms. */
class Moment {
  readonly come: Promise<void>;
  /** Says that it has come, or never will. */
  readonly tell: () => void;

  constructor(patience: number) {
    let tell = () => {};
    this.come = new Promise((resolve) => {
      tell = resolve;
      setTimeout(resolve, patience);
    });
    this.tell = tell;
  }
}

/** The page's first picture is under way, in other threads: the page may do what else there is to be seen. */
export const pictureAsked = new Moment(700);

/** The page's first picture is there: what is not needed for it waits until then, so that it comes sooner. */
export const pictureShown = new Moment(5000);
