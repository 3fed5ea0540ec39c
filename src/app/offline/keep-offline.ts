/** Time after the page has loaded, in ms: its own first run goes before. */
const LATER = 3000;

/** Has this browser keep the page's files, so that it opens without a network; a new version is taken at the next visit. Only the built page has what it takes. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const keep = () => {
    // Where the browser refuses, the page is as it was: it needs its server.
    navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI)).catch(() => {});
  };
  const later = () => setTimeout(keep, LATER);
  // The page's own code often comes when the page has loaded already.
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
}
