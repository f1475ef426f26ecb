import { Button } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judgeClaim, type Verdict } from '../api/contacts';
import type { Id, Claim as Said } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { complain } from '../ui/complain';
import classes from './contact-tab.module.css';
import { offerUnmerge } from './offer-unmerge';

const openers: { verdict: Verdict; text: 'samePerson' | 'somebodyElse' }[] = [
  { verdict: 'confirm', text: 'samePerson' },
  { verdict: 'refuse', text: 'somebodyElse' },
];

// One function, so that it is called when an element comes and not each time that it is drawn.
const takeFocus = (element: HTMLElement | null) => element?.focus();

/** 'Says to be …', and what an agent makes of it. What a verdict leads to is said before it is given. */
export function Claim({ contact, claim }: { contact: Id; claim: Said }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Verdict | null>(null);
  const [left, setLeft] = useState<Verdict | null>(null);
  const { field, value, candidate } = claim;
  const turnBack = () => {
    setLeft(asked);
    setAsked(null);
  };
  const judgement = useMutation({
    mutationFn: (verdict: Verdict) => judgeClaim(contact, field, candidate.id, verdict),
    onSuccess: (_, verdict) => verdict === 'confirm' && offerUnmerge(queryClient, contact, candidate, t),
    onError: (error) => complain(t('contact.claimNotJudged', { name: candidate.name }), error, t),
    onSettled: () => {
      turnBack();
      return refreshConcerned(queryClient, { kind: 'contact', id: contact }, 'contact');
    },
  });

  return (
    <li className={classes.claim}>
      <IconUserQuestion size={16} stroke={1.7} aria-hidden />
      <div>
        <strong>{t('contact.saysToBe', { name: candidate.name })}</strong>
        <small>
          {t('contact.claim', { field: t(`contact.fields.${field}`), value, name: candidate.name })}
        </small>
        {asked ? (
          <>
            <p role="status" tabIndex={-1} ref={takeFocus}>
              {t(`contact.consequence.${asked}`, { name: candidate.name, value })}
            </p>
            <div className={classes.verdict}>
              <Button size="compact-xs" loading={judgement.isPending} onClick={() => judgement.mutate(asked)}>
                {t(`contact.verdict.${asked}`)}
              </Button>
              <Button size="compact-xs" variant="default" onClick={turnBack}>
                {t('contact.verdict.cancel')}
              </Button>
            </div>
          </>
        ) : (
          <div className={classes.verdict}>
            {openers.map(({ verdict, text }) => (
              <Button
                key={verdict}
                size="compact-xs"
                variant="default"
                ref={left === verdict ? takeFocus : null}
                onClick={() => setAsked(verdict)}
              >
                {t(`contact.${text}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}
