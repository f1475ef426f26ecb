import { IconPinFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attribute } from '../api/types';
import { Ago } from '../i18n/time';
import classes from './attributes.module.css';

const doubts = ['estimated', 'unverified', 'unparsed'] as const;

/** Where a value comes from: source, who, when. */
export function Provenance({ attribute }: { attribute: Attribute }) {
  const { t } = useTranslation();
  const { source, setBy, pinned, others } = attribute;
  // 'Form, visitor' says nothing twice: the name stands where it tells more than the source.
  const who = setBy.kind === 'visitor' ? null : setBy.name;
  return (
    <span
      className={classes.provenance}
      title={others > 0 ? t('attributes.others', { count: others }) : undefined}
    >
      {pinned && <IconPinFilled size={12} role="img" aria-label={t('attributes.pinned')} />}
      <span className={classes.source} data-source={source}>
        {t(`attributes.source.${source}`)}
      </span>
      {who && (
        <span className={classes.who} dir="auto" title={who}>
          {who}
        </span>
      )}
      <span className={classes.when}>
        <Ago at={attribute.setAt} />
      </span>
      {doubts.map(
        (doubt) =>
          attribute[doubt] && (
            <span key={doubt} className={classes.doubt} title={t(`attributes.doubt.${doubt}.hint`)}>
              {t(`attributes.doubt.${doubt}.name`)}
            </span>
          ),
      )}
    </span>
  );
}
