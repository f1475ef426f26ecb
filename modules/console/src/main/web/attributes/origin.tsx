import { Popover, UnstyledButton } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attribute, Subject } from '../api/types';
import classes from './origin.module.css';
import { Story } from './story';

interface Props {
  subject: Subject;
  field: Pick<Attribute, 'key' | 'name'>;
  /** What the button shows: in few words where the value comes from, or an icon. */
  children: ReactNode;
  icon?: boolean;
  className?: string | undefined;
}

/** Opens where a value comes from: every source's word, who holds it, and what stood there before. */
export function Origin({ subject, field, children, icon = false, className }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const heading = useId();
  const name = t('story.open', { name: field.name });
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width="min(22rem, calc(100vw - 1.5rem))"
      position="bottom-end"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={`${classes.button} ${className ?? ''}`}
          onClick={() => setOpen(!open)}
          title={name}
          aria-label={icon ? name : undefined}
        >
          {!icon && <span className={classes.spoken}>{name}</span>}
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={heading} className={classes.story}>
        <Story subject={subject} field={field} headingId={heading} onClose={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
