import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SchemeMenu } from '../settings/scheme-menu';
import { Brand } from '../ui/brand';
import classes from './entrance.module.css';

/** The calm page around the forms that stand before the desk. */
export function Entrance({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <SchemeMenu />
      </header>
      <main className={classes.main}>
        <div className={classes.card}>
          <p className={classes.brand}>
            <Brand size={28} />
            {t('product')}
          </p>
          <h1 className={classes.title}>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
          {children}
        </div>
      </main>
    </div>
  );
}
