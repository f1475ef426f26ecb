import { Button, CloseButton, CopyButton, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './agents-page.module.css';

interface Props {
  title: string;
  text: string;
  /** What it is called. */
  label: string;
  value: string;
  /** What the button says that copies it. */
  copy: string;
  onDone: () => void;
}

/** What the server tells once and nobody sees again: to be copied, then put away. */
export function ShownOnce({ title, text, label, value, copy: copyLabel, onDone }: Props) {
  const { t } = useTranslation();
  return (
    <section className={classes.link} aria-label={title}>
      <div className={classes.linkHead}>
        <h2 className={classes.linkTitle}>{title}</h2>
        <CloseButton size="sm" aria-label={t('common.close')} onClick={onDone} />
      </div>
      <p className={classes.linkText} role="status">
        {text}
      </p>
      <div className={classes.linkLine}>
        <TextInput
          aria-label={label}
          value={value}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              variant="light"
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
            >
              {copied ? t('agents.copied') : copyLabel}
            </Button>
          )}
        </CopyButton>
      </div>
    </section>
  );
}
