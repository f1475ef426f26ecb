import { useTranslation } from 'react-i18next';
import type { Id, Claim as Said } from '../api/types';
import { Claim } from './claim';
import classes from './contact-tab.module.css';

/** Unverified values that another contact holds, too: shown, never believed until an agent says so. */
export function Claims({ contact, claims }: { contact: Id; claims: Said[] }) {
  const { t } = useTranslation();
  if (claims.length === 0) return null;
  return (
    <ul className={classes.claims} aria-label={t('contact.claims')}>
      {claims.map((claim) => (
        <Claim key={`${claim.field} ${claim.candidate.id}`} contact={contact} claim={claim} />
      ))}
    </ul>
  );
}
