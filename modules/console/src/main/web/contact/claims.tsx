import { IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Claim } from '../api/types';
import classes from './contact-tab.module.css';

/** An unverified value that another contact holds, too: shown, never believed. */
export function Claims({ claims }: { claims: Claim[] }) {
  const { t } = useTranslation();
  if (claims.length === 0) return null;
  const fieldName = (field: string) =>
    field === 'email' || field === 'phone' || field === 'name' ? t(`contact.fields.${field}`) : field;
  return (
    <ul className={classes.claims}>
      {claims.map(({ field, value, candidate }) => (
        <li key={`${field} ${candidate.id}`} className={classes.claim}>
          <IconUserQuestion size={16} stroke={1.7} aria-hidden />
          <span>
            <strong>{t('contact.saysToBe', { name: candidate.name })}</strong>
            <small>{t('contact.claim', { field: fieldName(field), value, name: candidate.name })}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
