const reachable = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** While the widget covers the whole screen, Tab goes round inside it: behind it there is nothing to be seen. */
export function keepFocusInside(panel: HTMLElement): () => void {
  const turn = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return;
    const stops = [...panel.querySelectorAll<HTMLElement>(reachable)].filter((stop) => stop.offsetParent !== null);
    const [leaving, entering] = event.shiftKey ? [stops.at(0), stops.at(-1)] : [stops.at(-1), stops.at(0)];
    if (document.activeElement !== leaving || !entering) return;
    event.preventDefault();
    entering.focus();
  };
  panel.addEventListener('keydown', turn);
  return () => panel.removeEventListener('keydown', turn);
}

/** Takes the focus to where the visitor writes; on a touch screen only to the panel, since a keyboard would cover it. */
export function focusEntry(entry: HTMLElement | null | undefined): void {
  const target = matchMedia('(pointer: coarse)').matches ? entry?.closest<HTMLElement>('main') : entry;
  target?.focus();
}
