import type { Page } from '../protocol/embedding';

export function currentPage(): Page {
  return { url: location.href, title: document.title, referrer: document.referrer };
}

export function whenBodyIsThere(run: () => void): void {
  if (document.body) run();
  else document.addEventListener('DOMContentLoaded', run, { once: true });
}

/** Tells of every address that a single-page application shows without loading a page. */
export function onPageChange(report: () => void): void {
  let reported = location.href;
  const check = () => {
    if (location.href === reported) return;
    reported = location.href;
    report();
  };
  // Applications set the title just after the address: what is read a moment later belongs together.
  const checkSoon = () => setTimeout(check, 100);
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method];
    history[method] = function (this: History, ...parameters: Parameters<History['pushState']>) {
      original.apply(this, parameters);
      checkSoon();
    };
  }
  addEventListener('popstate', checkSoon);
  addEventListener('hashchange', checkSoon);
}
