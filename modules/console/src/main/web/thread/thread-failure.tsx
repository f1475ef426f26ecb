import { Anchor, Button } from '@mantine/core';
import { IconCloudOff, IconMessageOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../api/problem';
import { explain } from '../ui/explain';
import { StateMessage } from '../ui/state-message';

export function ThreadFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  if (isStatus(error, 404)) {
    return (
      <StateMessage icon={<IconMessageOff />} title={t('thread.missing')} alert>
        <Anchor component={Link} to="/conversations">
          {t('errors.toInbox')}
        </Anchor>
      </StateMessage>
    );
  }
  return (
    <StateMessage icon={<IconCloudOff />} title={t('thread.failed')} text={explain(error, t)} alert>
      <Button variant="light" size="xs" onClick={onRetry}>
        {t('common.retry')}
      </Button>
    </StateMessage>
  );
}
