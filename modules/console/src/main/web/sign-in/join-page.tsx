import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Entrance } from './entrance';
import { PasswordForm } from './password-form';

/** Opened with the link of an invitation; its token stands behind the # so that it reaches no server log. */
export function JoinPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation();
  const [token] = useState(() => decodeURIComponent(window.location.hash.slice(1)));
  return (
    <Entrance title={t('join.title')} {...(token ? { lead: t('join.lead') } : {})}>
      {token ? (
        <PasswordForm token={token} onSignedIn={onSignedIn} />
      ) : (
        <Text size="sm">{t('join.noToken')}</Text>
      )}
    </Entrance>
  );
}
