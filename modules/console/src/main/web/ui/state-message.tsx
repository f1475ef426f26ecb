import type { ReactNode } from 'react';
import classes from './state-message.module.css';

interface Props {
  icon?: ReactNode;
  title: string;
  text?: string;
  /** Read out at once: for failures. */
  alert?: boolean;
  children?: ReactNode;
}

/** What stands where there is nothing to show: empty, missing, failed. */
export function StateMessage({ icon, title, text, alert = false, children }: Props) {
  return (
    <div className={classes.message} role={alert ? 'alert' : undefined}>
      {icon && (
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
      )}
      <p className={classes.title}>{title}</p>
      {text && <p className={classes.text}>{text}</p>}
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
