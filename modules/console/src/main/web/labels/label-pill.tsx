import type { ReactNode } from 'react';
import type { InboxLabel } from '../api/types';
import { inkOn, safeColour } from './colour';
import classes from './label-pill.module.css';

interface Props {
  label: Pick<InboxLabel, 'name' | 'colour'>;
  small?: boolean;
  children?: ReactNode;
}

/** A label in its colour; of a scoped one (`priority::high`) the scope is filled and the rest framed. */
export function LabelPill({ label, small = false, children }: Props) {
  const colour = safeColour(label.colour);
  return (
    <span
      className={classes.pill}
      data-small={small || undefined}
      style={{ '--label-colour': colour, '--label-ink': inkOn(colour) }}
      title={label.name}
    >
      <LabelName name={label.name} spoken />
      {children}
    </span>
  );
}

interface NameProps {
  name: string;
  /** The name stands for itself, not on a button that has a name of its own. */
  spoken?: boolean;
}

export function LabelName({ name, spoken = false }: NameProps) {
  const cut = name.lastIndexOf('::');
  if (cut < 0) {
    return (
      <bdi className={classes.whole} aria-hidden={!spoken}>
        <span className={classes.text}>{name}</span>
      </bdi>
    );
  }
  return (
    <>
      {spoken && <span className={classes.spoken}>{name}</span>}
      <bdi className={classes.scoped} aria-hidden>
        <span className={classes.scope}>
          <span className={classes.text}>{name.slice(0, cut)}</span>
        </span>
        <span className={classes.value}>
          <span className={classes.text}>{name.slice(cut + 2)}</span>
        </span>
      </bdi>
    </>
  );
}
