import { Popover, UnstyledButton } from '@mantine/core';
import { IconSparkles, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignedLabel } from '../api/types';
import classes from './assigned-pill.module.css';
import { inkOn, safeColour } from './colour';
import { LabelName } from './label-pill';
import pill from './label-pill.module.css';
import { WhyDetails } from './why-details';

interface Props {
  label: AssignedLabel;
  leaving: boolean;
  onRemove: () => void;
}

/** Two buttons in one pill: the name opens why the label is there, the cross takes it off. */
export function AssignedPill({ label, leaving, onRemove }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const heading = useId();
  const colour = safeColour(label.colour);
  return (
    <span
      className={pill.pill}
      data-leaving={leaving || undefined}
      style={{ '--label-colour': colour, '--label-ink': inkOn(colour) }}
    >
      <Popover opened={open} onChange={setOpen} width={320} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={classes.name} onClick={() => setOpen(!open)} title={label.name}>
            <span className={pill.spoken}>{t('labels.why', { name: label.name })}</span>
            {label.setBy.kind === 'rule' && <IconSparkles className={classes.byRule} size={12} aria-hidden />}
            <LabelName name={label.name} />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-labelledby={heading} className={classes.why}>
          <WhyDetails label={label} headingId={heading} onClose={() => setOpen(false)} />
        </Popover.Dropdown>
      </Popover>
      <UnstyledButton
        className={classes.remove}
        onClick={() => {
          if (!leaving) onRemove();
        }}
        // A disabled button would lose the keyboard.
        aria-disabled={leaving || undefined}
        aria-label={t('labels.remove', { name: label.name })}
        title={t('common.remove')}
      >
        <IconX size={12} stroke={2.2} />
      </UnstyledButton>
    </span>
  );
}
