import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../api/access';
import { isStatus } from '../api/problem';
import { explain } from '../ui/explain';
import { Entrance } from './entrance';
import { useCountdown } from './use-countdown';

export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [wait, startWaiting] = useCountdown();

  const signingIn = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: () => {
      // Nothing that another person saw may be shown to this one.
      queryClient.clear();
      onSignedIn();
    },
    onError: (error) => {
      if (isStatus(error, 429)) startWaiting(error.retryAfter ?? 60);
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (email.trim() && password) signingIn.mutate();
  };

  const refusal = wait > 0 ? t('signIn.wait', { count: wait }) : refusalOf(signingIn.error);

  function refusalOf(error: unknown): string | null {
    if (!error || isStatus(error, 429)) return null;
    return isStatus(error, 401) ? t('signIn.wrong') : explain(error, t);
  }

  return (
    <Entrance title={t('signIn.title')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {refusal && (
            <Alert color="red" role="alert" variant="light" p="sm">
              {refusal}
            </Alert>
          )}
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={asked && !email.trim() ? t('signIn.emailMissing') : null}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={asked && !password ? t('signIn.passwordMissing') : null}
          />
          <Button type="submit" loading={signingIn.isPending} disabled={wait > 0} mt="xs">
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}
