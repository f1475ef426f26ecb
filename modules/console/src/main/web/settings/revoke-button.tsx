import { Button, Popover } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revokeToken, tokensQuery } from '../api/tokens';
import type { ApiToken } from '../api/types';
import { complain } from '../ui/complain';
import classes from './tokens-page.module.css';

/** Revokes a token, once that is confirmed. */
export function RevokeButton({ token: { id, name } }: { token: ApiToken }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState(false);
  const revoking = useMutation({
    mutationFn: () => revokeToken(id),
    onError: (error) => complain(t('tokens.notRevoked', { name }), error, t),
    onSettled: () => queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });

  return (
    <Popover position="bottom-end" width={260} trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('tokens.revokeOf', { name })}
          onClick={() => setOpened(!opened)}
        >
          {t('tokens.revoke')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={classes.question}>{t('tokens.revokeText', { name })}</p>
        <div className={classes.choice}>
          <Button size="xs" variant="default" onClick={() => setOpened(false)}>
            {t('tokens.keep')}
          </Button>
          <Button size="xs" color="red.9" loading={revoking.isPending} onClick={() => revoking.mutate()}>
            {t('tokens.revokeNow')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
