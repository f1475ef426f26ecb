import { ActionIcon } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BusyIcon } from './busy-icon';
import classes from './edit-form.module.css';

interface Props {
  saving: boolean;
  onSave: () => void;
  onCancel: () => void;
  /** The input. */
  children: ReactNode;
  /** What stands below the input, e.g. a conflict. */
  below?: ReactNode;
}

/** An input with save and cancel; Enter saves, Escape cancels, and leaving it changes nothing. */
export function EditForm({ saving, onSave, onCancel, children, below }: Props) {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving) onSave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <div className={classes.line}>
        <div className={classes.input}>{children}</div>
        <ActionIcon
          type="submit"
          variant="light"
          color="pine"
          aria-busy={saving || undefined}
          aria-label={t('common.save')}
        >
          <BusyIcon busy={saving}>
            <IconCheck size={16} />
          </BusyIcon>
        </ActionIcon>
        <ActionIcon onClick={onCancel} aria-label={t('common.cancel')}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      {below}
    </form>
  );
}
