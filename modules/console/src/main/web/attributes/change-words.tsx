import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AttributeValue, Known, ValueChange } from '../api/types';
import classes from './change-words.module.css';
import { showValue } from './show-value';

interface Props {
  action: ValueChange['action'];
  before: Known<AttributeValue>;
  after: Known<AttributeValue>;
}

/** 'Hue → Hanoi', and whether it was pinned or released by that. */
export function ChangeWords({ action, before, after }: Props) {
  const { t } = useTranslation();
  const value = (of: Known<AttributeValue>) => (
    <span className={of == null ? classes.nothing : undefined} dir="auto">
      {showValue({ value: of }, t) ?? t('attributes.empty')}
    </span>
  );
  return (
    <span className={classes.change}>
      {action !== 'set' && <strong>{t(`change.${action}`)} </strong>}
      {before !== after && before != null && (
        <>
          {value(before)}
          <IconArrowRight className={classes.arrow} size={12} role="img" aria-label={t('change.became')} />
        </>
      )}
      {value(after)}
    </span>
  );
}
