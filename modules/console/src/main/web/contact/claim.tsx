import { Button, Group } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judgeClaim, type Verdict } from '../api/contacts';
import type { Id, Claim as Said } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { complain } from '../ui/complain';
import classes from './contact-tab.module.css';

/** 'Says to be …', and what an agent makes of it. What a verdict leads to is said before it is given. */
export function Claim({ contact, claim }: { contact: Id; claim: Said }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Verdict | null>(null);
  const { field, value, candidate } = claim;
  const judgement = useMutation({
    mutationFn: (verdict: Verdict) => judgeClaim(contact, field, candidate.id, verdict),
    onError: (error) => complain(t('contact.claimNotJudged', { name: candidate.name }), error, t),
    onSettled: () => {
      setAsked(null);
      return refreshConcerned(queryClient, { kind: 'contact', id: contact }, 'contact');
    },
  });
  const fieldName = field === 'email' || field === 'phone' ? t(`contact.fields.${field}`) : field;

  return (
    <li className={classes.claim}>
      <IconUserQuestion size={16} stroke={1.7} aria-hidden />
      <div>
        <strong>{t('contact.saysToBe', { name: candidate.name })}</strong>
        <small>{t('contact.claim', { field: fieldName, value, name: candidate.name })}</small>
        {asked && <p role="status">{t(`contact.consequence.${asked}`, { name: candidate.name, value })}</p>}
        <Group gap="xs" mt={6}>
          {asked ? (
            <>
              <Button size="compact-xs" loading={judgement.isPending} onClick={() => judgement.mutate(asked)}>
                {t(`contact.verdict.${asked}`)}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setAsked(null)}>
                {t('contact.verdict.cancel')}
              </Button>
            </>
          ) : (
            <>
              <Button size="compact-xs" variant="default" onClick={() => setAsked('confirm')}>
                {t('contact.samePerson')}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setAsked('refuse')}>
                {t('contact.somebodyElse')}
              </Button>
            </>
          )}
        </Group>
      </div>
    </li>
  );
}
