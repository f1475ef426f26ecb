import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setPassword } from '../api/access';
import { Problem } from '../api/problem';
import { explain } from '../ui/explain';

const shortestPassword = 12;

export function PasswordForm({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [password, choose] = useState('');
  const [asked, setAsked] = useState(false);
  const setting = useMutation({
    mutationFn: () => setPassword(token, password),
    onSuccess: () => {
      // Nothing that another person saw may be shown to this one.
      queryClient.clear();
      onSignedIn();
    },
  });

  // Counted as the server counts: a letter beyond the first plane is one character.
  const tooShort = [...password].length < shortestPassword;
  const refused = setting.error instanceof Problem ? setting.error.messageFor('password') : null;
  const said = asked && tooShort ? t('join.passwordRule') : refused;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!tooShort) setting.mutate();
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {setting.error && !refused && (
          <Alert color="red" role="alert" variant="light" p="sm">
            {explain(setting.error, t)}
          </Alert>
        )}
        <PasswordInput
          label={t('join.password')}
          description={t('join.passwordRule')}
          autoComplete="new-password"
          autoFocus
          value={password}
          onChange={(event) => choose(event.currentTarget.value)}
          error={said}
          aria-invalid={said !== null}
        />
        <Button type="submit" loading={setting.isPending} mt="xs">
          {t('join.submit')}
        </Button>
      </Stack>
    </form>
  );
}
