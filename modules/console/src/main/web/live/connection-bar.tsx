import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './connection-bar.module.css';

const patienceMillis = 2000;

/** Says that the screen may be out of date, once the connection is gone for longer than a hiccup. */
export function ConnectionBar({ connected }: { connected: boolean }) {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);

  useEffect(() => {
    if (connected) return setLate(false);
    const timer = setTimeout(() => setLate(true), patienceMillis);
    return () => clearTimeout(timer);
  }, [connected]);

  return (
    <div role="status" data-connection>
      {late && !connected && (
        <p className={classes.bar}>
          <IconCloudOff size={16} stroke={1.7} aria-hidden />
          {t('live.reconnecting')}
        </p>
      )}
    </div>
  );
}
