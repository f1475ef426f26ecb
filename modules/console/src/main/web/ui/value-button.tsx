import { UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './value-button.module.css';

interface Props {
  /** What is edited, e.g. 'E-mail'. */
  name: string;
  /** Null where there is no value yet. */
  value: string | null;
  onEdit: () => void;
  ref?: Ref<HTMLButtonElement>;
  children?: ReactNode;
}

/** A value that turns into its editor when it is pressed. */
export function ValueButton({ name, value, onEdit, ref, children }: Props) {
  const { t } = useTranslation();
  const action = value === null ? t('edit.add', { name }) : t('edit.edit', { name });
  return (
    <UnstyledButton
      ref={ref}
      className={classes.button}
      data-main
      data-empty={value === null || undefined}
      onClick={onEdit}
      aria-label={value === null ? action : `${action}: ${value}`}
      title={action}
    >
      <span className={classes.value} dir="auto">
        {value ?? t('edit.addValue')}
      </span>
      {children}
      <IconPencil className={classes.pencil} size={14} stroke={1.7} aria-hidden />
    </UnstyledButton>
  );
}
