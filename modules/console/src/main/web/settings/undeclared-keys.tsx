import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { undeclaredQuery } from '../api/attribute-definitions';
import type { SubjectKind, UndeclaredAttribute } from '../api/types';
import { number } from '../i18n/format';
import { explain } from '../ui/explain';
import { StateMessage } from '../ui/state-message';
import table from './agents-page.module.css';
import classes from './attributes-page.module.css';

interface Props {
  subject: SubjectKind;
  busy: boolean;
  onDeclare: (key: UndeclaredAttribute) => void;
}

/** What web pages and forms send though nobody has said what it is; nothing where there is none. */
export function UndeclaredKeys({ subject, busy, onDeclare }: Props) {
  const { t } = useTranslation();
  const heading = useId();
  const found = useInfiniteQuery(undeclaredQuery(subject));
  const used = found.data?.pages.flatMap(({ items }) => items) ?? [];

  if (!found.data && found.error) {
    return (
      <StateMessage
        icon={<IconCloudOff />}
        title={t('attributeSettings.undeclared.failed')}
        text={explain(found.error, t)}
        alert
      >
        <Button variant="light" onClick={() => void found.refetch()}>
          {t('common.retry')}
        </Button>
      </StateMessage>
    );
  }
  if (used.length === 0 && !found.hasNextPage) return null;
  return (
    <section className={classes.undeclared} aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        {t('attributeSettings.undeclared.title')}
      </h2>
      <p className={classes.text}>{t('attributeSettings.undeclared.lead')}</p>
      {used.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow window it scrolls, by keyboard too.
        // biome-ignore lint/a11y/useSemanticElements: a part of the section, not another one.
        <div className={table.scroll} role="group" aria-labelledby={heading} tabIndex={0}>
          <table className={`${table.agents} ${classes.keys}`} aria-labelledby={heading}>
            <thead>
              <tr>
                <th scope="col">{t('attributeSettings.undeclared.key')}</th>
                <th scope="col">{t(`attributeSettings.undeclared.used.${subject}`)}</th>
                <th scope="col">{t('attributeSettings.undeclared.guess')}</th>
                <th scope="col">
                  <span className={table.unseen}>{t('agents.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {used.map((one) => (
                <UndeclaredRow key={one.key} used={one} busy={busy} onDeclare={() => onDeclare(one)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          className={classes.more}
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  used: UndeclaredAttribute;
  busy: boolean;
  onDeclare: () => void;
}

function UndeclaredRow({ used: { key, subjects, more, type }, busy, onDeclare }: RowProps) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">
        <code>{key}</code>
      </th>
      <td>
        {more ? t('attributeSettings.undeclared.more', { number: number(subjects) }) : number(subjects)}
      </td>
      <td>{t(`attributeSettings.type.${type}`)}</td>
      <td className={table.actions}>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('attributeSettings.undeclared.declareOf', { key })}
          disabled={busy}
          onClick={onDeclare}
        >
          {t('attributeSettings.undeclared.declare')}
        </Button>
      </td>
    </tr>
  );
}
