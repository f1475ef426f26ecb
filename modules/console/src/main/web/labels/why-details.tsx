import { CloseButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AssignedLabel, Fact } from '../api/types';
import { exactTime } from '../i18n/format';
import { Ago } from '../i18n/time';
import { Author } from './author';
import { factName, factValue } from './fact';
import { knownMessage } from './known-message';
import classes from './why-details.module.css';

interface Props {
  label: AssignedLabel;
  headingId: string;
  onClose: () => void;
}

/** Who put the label on, when, by which sentence, and what the rule saw at that time. */
export function WhyDetails({ label, headingId, onClose }: Props) {
  const { t } = useTranslation();
  const { why } = label;
  return (
    <div className={classes.why}>
      <div className={classes.head}>
        <h3 id={headingId} className={classes.title}>
          {t('why.title')}
        </h3>
        <CloseButton size="sm" onClick={onClose} aria-label={t('common.close')} />
      </div>
      <p className={classes.who}>
        <Author actor={label.setBy} />
      </p>
      <p className={classes.when} title={exactTime(label.setAt)}>
        {label.setBy.kind === 'rule' && label.setBy.revision != null && (
          <span className={classes.revision}>{t('why.revision', { revision: label.setBy.revision })}</span>
        )}
        <Ago at={label.setAt} />
      </p>
      {why && (
        <>
          <h4 className={classes.part}>{t('why.because')}</h4>
          <blockquote className={classes.sentence} dir="auto">
            {why.sentence}
          </blockquote>
          <h4 className={classes.part}>{t('why.facts')}</h4>
          <Facts facts={why.facts} />
          {why.suppressed.length > 0 && (
            <>
              <h4 className={classes.part}>{t('why.suppressed')}</h4>
              <ul className={classes.suppressed}>
                {why.suppressed.map(({ label: name, ruleId, reason }) => (
                  <li key={`${name} ${ruleId}`} dir="auto">
                    {t('why.kept', { label: name, reason: t(`why.reason.${reason}`) })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </div>
  );
}

function Facts({ facts }: { facts: Fact[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  if (facts.length === 0) return <p className={classes.when}>{t('why.noFacts')}</p>;
  const inWords = ({ field, value, messageId }: Fact) => {
    if (messageId) return knownMessage(client, messageId)?.text ?? t('why.messageElsewhere');
    return value == null ? t('common.none') : factValue(field, value, t);
  };
  return (
    <dl className={classes.facts}>
      {facts.map((fact) => (
        <div key={fact.field}>
          <dt>{factName(fact.field, t)}</dt>
          <dd dir="auto">{inWords(fact)}</dd>
        </div>
      ))}
    </dl>
  );
}
