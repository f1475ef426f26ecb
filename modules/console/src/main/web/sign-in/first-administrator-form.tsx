import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createFirstAdministrator } from '../api/access';
import { Problem } from '../api/problem';
import { explain } from '../ui/explain';

const shortestPassword = 12;
const fields = ['name', 'email', 'password'] as const;
type Field = (typeof fields)[number];

export function FirstAdministratorForm({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [values, setValues] = useState<Record<Field, string>>({ name: '', email: '', password: '' });
  const [asked, setAsked] = useState(false);

  const creation = useMutation({
    mutationFn: () =>
      createFirstAdministrator({
        token,
        name: values.name.trim(),
        email: values.email.trim(),
        password: values.password,
      }),
    onSuccess: () => {
      queryClient.clear();
      onSignedIn();
    },
  });

  const missing: Record<Field, string | null> = {
    name: values.name.trim() ? null : t('welcome.nameMissing'),
    email: /^\S+@\S+$/.test(values.email.trim()) ? null : t('welcome.emailInvalid'),
    // Counted as the server counts: a letter beyond the first plane is one character.
    password: [...values.password].length >= shortestPassword ? null : t('welcome.passwordRule'),
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (fields.every((field) => missing[field] === null)) creation.mutate();
  };

  const problem = creation.error instanceof Problem ? creation.error : null;
  const said = (field: Field) => (asked ? missing[field] : null) ?? problem?.messageFor(field) ?? null;
  const general = creation.error && fields.every((field) => !problem?.messageFor(field));

  const input = (field: Field) => ({
    value: values[field],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [field]: value }));
    },
    error: said(field),
    // Mantine's password input does not say it by itself.
    'aria-invalid': said(field) !== null,
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {general && (
          <Alert color="red" role="alert" variant="light" p="sm">
            {explain(creation.error, t)}
          </Alert>
        )}
        <TextInput
          label={t('welcome.name')}
          description={t('welcome.nameHint')}
          autoComplete="name"
          autoFocus
          {...input('name')}
        />
        <TextInput label={t('welcome.email')} type="email" autoComplete="username" {...input('email')} />
        <PasswordInput
          label={t('welcome.password')}
          description={t('welcome.passwordRule')}
          autoComplete="new-password"
          {...input('password')}
        />
        <Button type="submit" loading={creation.isPending} mt="xs">
          {t('welcome.submit')}
        </Button>
      </Stack>
    </form>
  );
}
