import { Tooltip } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device, Known, Session } from '../api/types';
import facts from '../conversation/conversation-tab.module.css';
import { languageName, localTime, number } from '../i18n/format';
import { Ago } from '../i18n/time';
import { useNow } from '../i18n/use-now';
import { Flag } from '../ui/flag';
import { isPending, type SessionField } from './pending';
import { SafeLink } from './safe-link';
import classes from './session-information.module.css';

/** Place, device and way of the visit that the customer writes from. */
export function SessionInformation({ session }: { session: Known<Session> }) {
  const { t } = useTranslation();
  if (!session) return <p className={classes.none}>{t('session.none')}</p>;
  const { country, region, city, timeZone, device, os, browser, language, referrer, currentPage } = session;
  const fact = (field: SessionField, known: ReactNode) => (
    <Fact name={t(`session.${field}`)} pending={isPending(session, field)}>
      {known}
    </Fact>
  );
  const place = (name: Known<string>) => name && <bdi>{name}</bdi>;

  const changes = [
    session.before?.country && t('session.changedCountry', { before: session.before.country.name }),
    session.before?.device && t('session.changedDevice', { before: deviceText(session.before.device) }),
  ].filter(Boolean);

  return (
    <>
      {changes.map((change) => (
        <p key={change} className={classes.changed}>
          <IconAlertCircle size={14} aria-hidden /> {change}
        </p>
      ))}
      <dl className={facts.facts}>
        {fact(
          'country',
          country && (
            <span className={classes.country}>
              <Flag code={country.code} named />
              <bdi>{country.name}</bdi>
              {session.estimated && <Estimated />}
            </span>
          ),
        )}
        {fact('region', place(region))}
        {fact('city', place(city))}
        {fact('timeZone', timeZone && <Zone name={timeZone} />)}
        {fact('device', device && deviceText(device))}
        {fact('os', os)}
        {fact('browser', browser && [browser.name, browser.version].filter(Boolean).join(' '))}
        {fact('language', language && languageName(language))}
        <Fact name={t('session.referrer')}>
          {referrer ? <SafeLink url={referrer} /> : t('session.direct')}
        </Fact>
        <Fact name={t('session.currentPage')}>{currentPage && <SafeLink url={currentPage} />}</Fact>
        <Fact name={t('session.started')}>
          <Ago at={session.startedAt} />
        </Fact>
        <Fact name={t('session.visits')}>
          {number(session.visits)}
          {session.others > 0 && (
            <span className={classes.time}>{t('session.others', { count: session.others })}</span>
          )}
        </Fact>
      </dl>
    </>
  );

  function deviceText({ type, name }: Device): string | null {
    const kinds = t('session.deviceType', { returnObjects: true });
    const kind = type && (kinds[type.toLowerCase()] ?? type);
    return [kind, name].filter((part, at, all) => part && all.indexOf(part) === at).join(' · ') || null;
  }
}

function Fact({ name, pending = false, children }: { name: string; pending?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {children || (
          <span className={classes.unknown}>{pending ? t('common.lookingUp') : t('common.notKnown')}</span>
        )}
      </dd>
    </>
  );
}

function Estimated() {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('session.estimatedHint')} events={{ hover: true, focus: true, touch: true }}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation must be reachable by keyboard */}
      <span className={classes.estimated} tabIndex={0}>
        {t('session.estimated')}
      </span>
    </Tooltip>
  );
}

function Zone({ name }: { name: string }) {
  const { t } = useTranslation();
  const time = localTime(name, useNow());
  return (
    <>
      {name.replaceAll('_', ' ')}
      {time && <span className={classes.time}>{t('session.localTime', { time })}</span>}
    </>
  );
}
