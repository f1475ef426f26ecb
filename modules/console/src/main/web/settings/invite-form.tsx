import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inviteAgent } from '../api/agents';
import { Problem } from '../api/problem';
import type { Invitation, Role } from '../api/types';
import { explain } from '../ui/explain';
import classes from './agents-page.module.css';

const nobody = { name: '', email: '', role: 'agent' as Role };

export function InviteForm({ onInvited }: { onInvited: (invitation: Invitation) => void }) {
  const { t } = useTranslation();
  const [values, setValues] = useState(nobody);
  const [asked, setAsked] = useState(false);
  const name = values.name.trim();
  const email = values.email.trim();

  const invitation = useMutation({
    mutationFn: () => inviteAgent({ name, email, role: values.role }),
    onSuccess: (invited) => {
      setValues(nobody);
      setAsked(false);
      onInvited(invited);
    },
  });

  const problem = invitation.error instanceof Problem ? invitation.error : null;
  const wrong = {
    name: name ? null : t('agents.nameMissing'),
    email: /^\S+@\S+$/.test(email) ? null : t('agents.emailInvalid'),
  };
  const said = (field: 'name' | 'email') =>
    (asked ? wrong[field] : null) ?? problem?.messageFor(field) ?? null;
  const general = invitation.error && !problem?.messageFor('name') && !problem?.messageFor('email');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!wrong.name && !wrong.email) invitation.mutate();
  };
  const input = (field: 'name' | 'email') => ({
    label: t(`agents.${field}`),
    value: values[field],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [field]: value }));
    },
    error: said(field),
    autoComplete: 'off',
  });

  return (
    <form onSubmit={submit} noValidate aria-label={t('agents.invite')} className={classes.invite}>
      {general && (
        <Alert color="red" role="alert" variant="light" p="sm" className={classes.wide}>
          {explain(invitation.error, t)}
        </Alert>
      )}
      <TextInput {...input('name')} />
      <TextInput type="email" {...input('email')} />
      <NativeSelect
        label={t('agents.role')}
        value={values.role}
        onChange={(event) => {
          const role = event.currentTarget.value as Role;
          setValues((before) => ({ ...before, role }));
        }}
        data={(['agent', 'administrator'] as const).map((value) => ({
          value,
          label: t(`navigation.role.${value}`),
        }))}
      />
      <Button type="submit" loading={invitation.isPending}>
        {t('agents.submit')}
      </Button>
    </form>
  );
}
