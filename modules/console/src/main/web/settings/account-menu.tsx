import { Button, Popover, UnstyledButton } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut } from '../api/access';
import { isStatus } from '../api/problem';
import type { Me } from '../api/types';
import { forgetAll } from '../thread/kept';
import { complain } from '../ui/complain';
import classes from './account-menu.module.css';

export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState(false);
  const signingOut = useMutation({
    mutationFn: signOut,
    onError: (error) => {
      if (!isStatus(error, 401)) complain(t('errors.title'), error, t);
    },
    onSuccess: async () => {
      forgetAll();
      await navigate({ to: '/sign-in', replace: true });
      queryClient.clear();
    },
  });

  return (
    <Popover position="right-end" width={240} trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <UnstyledButton
          className={classes.avatar}
          data-initials={initials(me.name)}
          aria-label={t('navigation.account', { name: me.name })}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.who}>
          <p className={classes.name} dir="auto">
            {me.name}
          </p>
          <p className={classes.detail}>{me.email}</p>
          <p className={classes.detail}>{t(`navigation.role.${me.role}`)}</p>
        </div>
        <Button
          fullWidth
          size="xs"
          variant="default"
          leftSection={<IconLogout size={14} />}
          loading={signingOut.isPending}
          onClick={() => signingOut.mutate()}
        >
          {t('signIn.out')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0]);
  return letters.join('').toLocaleUpperCase() || '?';
}
