import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

/** One titled part of the panel. */
export function Section({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <section className={classes.section} aria-labelledby={heading}>
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
