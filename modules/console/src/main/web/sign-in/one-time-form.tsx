import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ChangeEvent, type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { explain } from '../ui/explain';

export interface Field<Name extends string> {
  name: Name;
  type: 'text' | 'email' | 'password';
  label: string;
  description?: string;
  autoComplete: string;
  /** What is wrong with it; null where nothing is. */
  fault: (value: string) => string | null;
}

interface Props<Name extends string> {
  fields: Field<Name>[];
  submitLabel: string;
  /** Answers with a sign-in. */
  send: (values: Record<Name, string>) => Promise<void>;
  onSignedIn: () => void;
}

/** What whoever follows a one-time link fills in, to be signed in by it. */
export function OneTimeForm<Name extends string>({ fields, submitLabel, send, onSignedIn }: Props<Name>) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [values, setValues] = useState(
    () => Object.fromEntries(fields.map(({ name }) => [name, ''])) as Record<Name, string>,
  );
  const [asked, setAsked] = useState(false);
  const sending = useMutation({
    mutationFn: () => send(values),
    onSuccess: () => {
      // Nothing that another person saw may be shown to this one.
      queryClient.clear();
      onSignedIn();
    },
  });

  const problem = sending.error instanceof Problem ? sending.error : null;
  const said = ({ name, fault }: Field<Name>) =>
    (asked ? fault(values[name]) : null) ?? problem?.messageFor(name) ?? null;
  const general = sending.error && fields.every(({ name }) => !problem?.messageFor(name));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (fields.every(({ name, fault }) => fault(values[name]) === null)) sending.mutate();
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {general && (
          <Alert color="red" role="alert" variant="light" p="sm">
            {explain(sending.error, t)}
          </Alert>
        )}
        {fields.map((field, place) => {
          const { name, type, label, description, autoComplete } = field;
          const input = {
            label,
            description,
            autoComplete,
            autoFocus: place === 0,
            value: values[name],
            onChange: (event: ChangeEvent<HTMLInputElement>) => {
              const { value } = event.currentTarget;
              setValues((before) => ({ ...before, [name]: value }));
            },
            error: said(field),
            // Mantine's password input does not say it by itself.
            'aria-invalid': said(field) !== null,
          };
          return type === 'password' ? (
            <PasswordInput key={name} {...input} />
          ) : (
            <TextInput key={name} type={type} {...input} />
          );
        })}
        <Button type="submit" loading={sending.isPending} mt="xs">
          {submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
