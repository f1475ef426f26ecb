import { type FocusEventHandler, type ReactNode, type Ref, useId } from 'react';
import classes from './section.module.css';

interface Props {
  title: string;
  action?: ReactNode;
  children: ReactNode;
  ref?: Ref<HTMLElement>;
  onFocus?: FocusEventHandler<HTMLElement>;
}

/** One titled part of the panel. */
export function Section({ title, action, children, ref, onFocus }: Props) {
  const heading = useId();
  return (
    <section ref={ref} className={classes.section} aria-labelledby={heading} onFocus={onFocus}>
      <div className={classes.head}>
        <h3 id={heading} className={classes.title}>
          {title}
        </h3>
        {action}
      </div>
      {children}
    </section>
  );
}
