import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { removeLabel } from '../api/labels';
import type { AssignedLabel, Subject } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { complain } from '../ui/complain';
import { useKeptFocus } from '../ui/use-kept-focus';
import { AssignedPill } from './assigned-pill';
import { LabelPicker } from './label-picker';
import classes from './labels.module.css';

/** The labels of a contact or conversation: each says why, and can be taken off; others can be added. */
export function Labels({ subject, labels }: { subject: Subject; labels: AssignedLabel[] }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const removal = useMutation({
    mutationFn: (label: AssignedLabel) => removeLabel(subject, label.id),
    onError: (error, label) => complain(t('labels.notRemoved', { name: label.name }), error, t),
    onSettled: () => refreshConcerned(queryClient, subject, 'labels'),
  });

  const focus = useKeptFocus<HTMLDivElement>(labels.map(({ id }) => id));

  return (
    <div className={classes.labels} {...focus}>
      {labels.length > 0 ? (
        <ul className={classes.list} aria-label={t(`${subject.kind}.labels`)}>
          {labels.map((label) => (
            <li key={label.id} data-item={label.id}>
              <AssignedPill
                label={label}
                leaving={removal.isPending && removal.variables.id === label.id}
                onRemove={() => removal.mutate(label)}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.none}>{t('labels.none')}</p>
      )}
      <LabelPicker subject={subject} assigned={labels} />
    </div>
  );
}
