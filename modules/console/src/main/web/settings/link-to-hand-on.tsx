import { Button, CloseButton, CopyButton, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../api/types';
import { exactTime } from '../i18n/format';
import classes from './agents-page.module.css';

interface Props {
  name: string;
  link: string;
  expiresAt: Instant;
  onDone: () => void;
}

/** The link that nobody sees again: for the administrator to send on. */
export function LinkToHandOn({ name, link, expiresAt, onDone }: Props) {
  const { t } = useTranslation();
  const title = t('agents.linkTitle', { name });
  return (
    <section className={classes.link} aria-label={title}>
      <div className={classes.linkHead}>
        <h2 className={classes.linkTitle}>{title}</h2>
        <CloseButton size="sm" aria-label={t('common.close')} onClick={onDone} />
      </div>
      <p className={classes.linkText} role="status">
        {t('agents.linkText', { name, until: exactTime(expiresAt) })}
      </p>
      <div className={classes.linkLine}>
        <TextInput
          aria-label={t('agents.link')}
          value={link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button
              variant="light"
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
            >
              {t(copied ? 'agents.copied' : 'agents.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
    </section>
  );
}
