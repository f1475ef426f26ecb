import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * Keeps the keyboard in a list: when the item that had it goes away, the item in its place takes it, or the one before,
 * or the first button within. Items are marked by `data-item`, which holds their id; where an item's first button is not
 * what it is there for, the one that is by `data-main`.
 */
export function useKeptFocus<E extends HTMLElement>(ids: string[]) {
  const within = useRef<E>(null);
  const focused = useRef<{ id: string; place: number } | null>(null);

  useEffect(() => {
    const left = focused.current;
    if (!left || ids.includes(left.id) || !within.current) return;
    focused.current = null;
    // Whoever went on elsewhere is left there.
    if (document.activeElement !== document.body) return;
    const items = within.current.querySelectorAll<HTMLElement>('[data-item]');
    const next = items[Math.min(left.place, items.length - 1)] ?? within.current;
    (next.querySelector<HTMLElement>('[data-main]') ?? next.querySelector('button'))?.focus();
  }, [ids]);

  const onFocus = (event: FocusEvent<E>) => {
    const id = event.target.closest<HTMLElement>('[data-item]')?.dataset.item;
    focused.current = id === undefined ? null : { id, place: ids.indexOf(id) };
  };
  return { ref: within, onFocus };
}
