import { Alert, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { makeToken, scopes } from '../api/tokens';
import type { Scope, TokenMade } from '../api/types';
import { explain } from '../ui/explain';
import { scopeKeys } from './scope-name';
import { type Expiry, expiries, expiryWanted, isToCome } from './token-expiry';
import classes from './tokens-page.module.css';

const nothing = { name: '', scopes: [] as Scope[], expiry: 'year' as Expiry, date: '' };

/** Says what a new token is for and what it may do. */
export function MakeTokenForm({ onMade }: { onMade: (made: TokenMade) => void }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(nothing);
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<typeof nothing>) => setWanted((before) => ({ ...before, ...part }));
  const name = wanted.name.trim();

  const making = useMutation({
    mutationFn: () =>
      makeToken({
        name,
        scopes: wanted.scopes,
        ...expiryWanted(wanted.expiry, wanted.date, Date.now()),
      }),
    onSuccess: (made) => {
      setWanted(nothing);
      setAsked(false);
      onMade(made);
    },
  });

  const wrong = {
    name: name ? null : t('tokens.nameMissing'),
    scopes: wanted.scopes.length > 0 ? null : t('tokens.scopesMissing'),
    expiresAt:
      wanted.expiry === 'date' && !isToCome(wanted.date, Date.now()) ? t('tokens.dateMissing') : null,
  };
  const problem = making.error instanceof Problem ? making.error : null;
  const said = (field: keyof typeof wrong) =>
    (asked ? wrong[field] : null) ?? problem?.messageFor(field) ?? null;
  const general = making.error && !(['name', 'scopes', 'expiresAt'] as const).some(said);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!wrong.name && !wrong.scopes && !wrong.expiresAt) making.mutate();
  };

  return (
    <form onSubmit={submit} noValidate aria-label={t('tokens.make')} className={classes.form}>
      {general && (
        <Alert color="red" role="alert" variant="light" p="sm">
          {explain(making.error, t)}
        </Alert>
      )}
      <div className={classes.line}>
        <TextInput
          label={t('tokens.name')}
          description={t('tokens.nameHelp')}
          autoComplete="off"
          maxLength={100}
          value={wanted.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={said('name')}
        />
        <NativeSelect
          label={t('tokens.expires')}
          description={t('tokens.expiresHelp')}
          value={wanted.expiry}
          onChange={(event) => change({ expiry: event.currentTarget.value as Expiry })}
          data={expiries.map((value) => ({ value, label: t(`tokens.expiry.${value}`) }))}
        />
        {wanted.expiry === 'date' && (
          <TextInput
            type="date"
            label={t('tokens.date')}
            description={t('tokens.dateHelp')}
            value={wanted.date}
            onChange={(event) => change({ date: event.currentTarget.value })}
            error={said('expiresAt')}
          />
        )}
      </div>
      <Checkbox.Group
        label={t('tokens.scopes')}
        description={t('tokens.scopesHelp')}
        value={wanted.scopes}
        onChange={(chosen) => change({ scopes: scopes.filter((scope) => chosen.includes(scope)) })}
        error={said('scopes')}
      >
        <div className={classes.scopes}>
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={t(`tokens.scope.${scopeKeys[scope]}.name`)}
              description={t(`tokens.scope.${scopeKeys[scope]}.help`)}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Button type="submit" loading={making.isPending} className={classes.submit}>
        {t('tokens.submit')}
      </Button>
    </form>
  );
}
