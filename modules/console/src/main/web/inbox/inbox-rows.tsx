import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, InboxItem } from '../api/types';
import classes from './inbox.module.css';
import { InboxRow } from './inbox-row';
import type { InboxTab } from './inbox-tab';

interface Props {
  items: InboxItem[];
  selected: Id | null;
  tab: InboxTab;
  hasMore: boolean;
  /** While the list is being read nothing more is asked for. */
  reading: boolean;
  onEnd: () => void;
}

const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Only the rows in sight are in the page; one of them at a time is reached by Tab, the others by arrow keys. */
export function InboxRows({ items, selected, tab, hasMore, reading, onEnd }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState<Id | null>(selected);
  const focusNext = useRef<Id | null>(null);
  const marked = items.findIndex((item) => item.id === (current ?? selected));

  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 86,
    overscan: 8,
    getItemKey: (index) => items[index]?.id ?? index,
    // The row that has the keyboard stays in the page, or its focus would be lost when it scrolls out.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return marked < 0 || shown.includes(marked) ? shown : [...shown, marked].sort((a, b) => a - b);
    },
  });
  const rows = virtualizer.getVirtualItems();
  const end = rows.at(-1)?.index ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the end of the list comes near
  useEffect(() => {
    if (hasMore && !reading && end >= items.length - 8) onEnd();
  }, [end, items.length, hasMore, reading]);

  useEffect(() => {
    if (focusNext.current === null) return;
    const link = list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(focusNext.current)}"] a`);
    if (!link) return;
    focusNext.current = null;
    link.focus({ preventScroll: true });
  });

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.min(items.length - 1, Math.max(0, Math.max(0, marked) + step));
    const id = items[next]?.id ?? null;
    focusNext.current = id;
    setCurrent(id);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };

  return (
    <div ref={scroller} className={classes.scroller}>
      <ul
        ref={list}
        className={classes.list}
        style={{ height: virtualizer.getTotalSize() }}
        aria-label={t('inbox.list')}
        onKeyDown={move}
      >
        {rows.map((row) => {
          const item = items[row.index];
          if (!item) return null;
          return (
            <li
              key={row.key}
              ref={virtualizer.measureElement}
              data-index={row.index}
              data-id={item.id}
              className={classes.place}
              style={{ transform: `translateY(${row.start}px)` }}
              aria-setsize={hasMore ? -1 : items.length}
              aria-posinset={row.index + 1}
              onFocus={() => setCurrent(item.id)}
            >
              <InboxRow
                item={item}
                tab={tab}
                selected={item.id === selected}
                reachable={marked < 0 ? row.index === 0 : row.index === marked}
              />
            </li>
          );
        })}
      </ul>
      {hasMore && (
        <p className={classes.more} role="status">
          {t('inbox.more')}
        </p>
      )}
    </div>
  );
}
