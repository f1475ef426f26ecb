import { Button, Skeleton } from '@mantine/core';
import { IconCloudOff, IconKey, IconLock } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/access';
import { tokensQuery } from '../api/tokens';
import type { ApiToken, TokenMade } from '../api/types';
import { explain } from '../ui/explain';
import { StateMessage } from '../ui/state-message';
import classes from './agents-page.module.css';
import { MakeTokenForm } from './make-token-form';
import { ShownOnce } from './shown-once';
import { TokenRow } from './token-row';
import own from './tokens-page.module.css';

const columns = ['name', 'scopes', 'createdBy', 'expires', 'lastUsed', 'state'] as const;

/** What programs sign in with: who may do what, until when, and the way to end it. */
export function TokensPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const {
    data: tokens,
    error,
    refetch,
  } = useQuery({
    ...tokensQuery,
    enabled: me?.role === 'administrator',
  });
  const [made, setMade] = useState<TokenMade | null>(null);

  if (me && me.role !== 'administrator') {
    return (
      <main className={classes.page}>
        <StateMessage icon={<IconLock />} title={t('tokens.title')} text={t('tokens.forbidden')} />
      </main>
    );
  }
  return (
    <main className={`${classes.page} ${own.page}`}>
      <h1 className={classes.title}>{t('tokens.title')}</h1>
      <p className={classes.lead}>{t('tokens.lead')}</p>
      <MakeTokenForm
        onMade={(answer) => {
          setMade(answer);
          void queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey });
        }}
      />
      {made && (
        <ShownOnce
          key={made.token.id}
          title={t('tokens.secretTitle', { name: made.token.name })}
          text={t('tokens.secretText')}
          label={t('tokens.secret')}
          value={made.secret}
          copy={t('tokens.copy')}
          onDone={() => setMade(null)}
        />
      )}
      {tokens && tokens.length > 0 && <TokenTable tokens={tokens} />}
      {tokens?.length === 0 && (
        <StateMessage icon={<IconKey />} title={t('tokens.none')} text={t('tokens.noneText')} />
      )}
      {!tokens && !error && <Skeleton height={160} aria-label={t('common.loading')} role="status" />}
      {!tokens && error && (
        <StateMessage icon={<IconCloudOff />} title={t('tokens.failed')} text={explain(error, t)} alert>
          <Button variant="light" onClick={() => void refetch()}>
            {t('common.retry')}
          </Button>
        </StateMessage>
      )}
    </main>
  );
}

function TokenTable({ tokens }: { tokens: ApiToken[] }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow window it scrolls, by keyboard too, and may hold no button.
    <section className={classes.scroll} aria-label={t('tokens.title')} tabIndex={0}>
      <table className={`${classes.agents} ${own.tokens}`}>
        <caption className={classes.unseen}>{t('tokens.title')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`tokens.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className={classes.unseen}>{t('agents.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
