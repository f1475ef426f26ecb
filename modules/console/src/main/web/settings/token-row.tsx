import { useTranslation } from 'react-i18next';
import type { ApiToken } from '../api/types';
import { exactTime, shortDay } from '../i18n/format';
import { Ago } from '../i18n/time';
import table from './agents-page.module.css';
import { RevokeButton } from './revoke-button';
import { scopeKeys } from './scope-name';
import classes from './tokens-page.module.css';

/** One token: what it may do, until when, and whether anybody still uses it. */
export function TokenRow({ token }: { token: ApiToken }) {
  const { t } = useTranslation();
  const { name, scopes, state, createdBy, createdAt, expiresAt, lastUsedAt } = token;
  return (
    <tr data-inactive={state !== 'active' || undefined}>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td>
        <ul className={classes.names}>
          {scopes.map((scope) => (
            <li key={scope} title={t(`tokens.scope.${scopeKeys[scope]}.help`)}>
              {scope}
            </li>
          ))}
        </ul>
      </td>
      <td>
        <span dir="auto">{createdBy.name}</span>
        <span className={classes.small}>
          <Ago at={createdAt} />
        </span>
      </td>
      <td>
        {expiresAt ? (
          <time dateTime={expiresAt} title={exactTime(expiresAt)}>
            {shortDay(expiresAt)}
          </time>
        ) : (
          t('tokens.expiry.never')
        )}
      </td>
      <td>{lastUsedAt ? <Ago at={lastUsedAt} /> : t('tokens.unused')}</td>
      <td>{t(`tokens.${state}`)}</td>
      <td className={table.actions}>{state === 'active' && <RevokeButton token={token} />}</td>
    </tr>
  );
}
