import { Anchor, Button, Center, Loader } from '@mantine/core';
import { IconCloudOff, IconError404 } from '@tabler/icons-react';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { explain } from '../ui/explain';
import { StateMessage } from '../ui/state-message';

export function LoadingPage() {
  const { t } = useTranslation();
  return (
    <Center component="main" h="100%">
      <Loader size="sm" aria-label={t('common.loading')} />
    </Center>
  );
}

export function FailedPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  const text = error instanceof Problem ? explain(error, t) : t('errors.unexpected');
  return (
    <Center component="main" h="100%">
      <StateMessage icon={<IconCloudOff />} title={t('errors.title')} text={text} alert>
        <Button variant="light" onClick={() => void router.invalidate()}>
          {t('common.retry')}
        </Button>
      </StateMessage>
    </Center>
  );
}

export function MissingPage() {
  const { t } = useTranslation();
  return (
    <Center component="main" h="100%">
      <StateMessage icon={<IconError404 />} title={t('errors.notFound')}>
        <Anchor component={Link} to="/conversations">
          {t('errors.toInbox')}
        </Anchor>
      </StateMessage>
    </Center>
  );
}
