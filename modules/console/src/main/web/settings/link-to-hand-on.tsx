import { useTranslation } from 'react-i18next';
import type { Instant } from '../api/types';
import { exactTime } from '../i18n/format';
import { ShownOnce } from './shown-once';

interface Props {
  name: string;
  link: string;
  expiresAt: Instant;
  onDone: () => void;
}

/** The link that nobody sees again: for the administrator to send on. */
export function LinkToHandOn({ name, link, expiresAt, onDone }: Props) {
  const { t } = useTranslation();
  return (
    <ShownOnce
      title={t('agents.linkTitle', { name })}
      text={t('agents.linkText', { name, until: exactTime(expiresAt) })}
      label={t('agents.link')}
      value={link}
      copy={t('agents.copy')}
      onDone={onDone}
    />
  );
}
