/** Whether a menu or a dialog is open over the page, in whatever shadow root it stands: the next Escape closes that. */
export function isSomethingOnTop(root: Document | ShadowRoot = document): boolean {
  if (root.querySelector(':popover-open, dialog[open]')) return true;
  return Array.from(root.querySelectorAll('*')).some(
    ({ shadowRoot }) => shadowRoot !== null && isSomethingOnTop(shadowRoot),
  );
}
