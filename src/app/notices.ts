/** A sentence that is shown until it is dismissed, or until what it complains of holds no more; it is asked for whenever it is shown, in the language of that moment. */
export interface Notice {
  /** What it complains of: of each thing, only the newest notice is shown. */
  readonly about: string;
  readonly sentence: () => string;
}

/** Notices with one more at the end. */
export function withNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  return [...withoutNotices(notices, notice.about), notice];
}

/** Notices without what was about a thing; the same list where nothing was. */
export function withoutNotices(notices: readonly Notice[], about: string): readonly Notice[] {
  return notices.some((each) => each.about === about) ? notices.filter((each) => each.about !== about) : notices;
}
