import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Entrance } from './entrance';
import { FirstAdministratorForm } from './first-administrator-form';

/** Opened with the one-time link; its token stands behind the # so that it reaches no server log. */
export function WelcomePage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation();
  const [token] = useState(() => decodeURIComponent(window.location.hash.slice(1)));
  return (
    <Entrance title={t('welcome.title')} lead={token ? t('welcome.lead') : t('welcome.noToken')}>
      {token ? (
        <FirstAdministratorForm token={token} onSignedIn={onSignedIn} />
      ) : (
        <Text size="sm">
          <Anchor component={Link} to="/sign-in" inherit>
            {t('welcome.toSignIn')}
          </Anchor>
        </Text>
      )}
    </Entrance>
  );
}
