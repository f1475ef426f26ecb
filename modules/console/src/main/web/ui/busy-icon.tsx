import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';

/** A button's icon, which turns while the button works: a button that is `loading` is disabled and loses the keyboard. */
export function BusyIcon({ busy, children }: { busy: boolean; children: ReactNode }) {
  return busy ? <Loader size={14} color="currentColor" /> : children;
}
