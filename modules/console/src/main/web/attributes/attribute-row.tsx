import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import type { Attribute, Subject } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { BusyIcon } from '../ui/busy-icon';
import { complain } from '../ui/complain';
import { useEditing } from '../ui/use-editing';
import { ValueButton } from '../ui/value-button';
import { AttributeEditor } from './attribute-editor';
import classes from './attributes.module.css';
import { offerUndo } from './offer-undo';
import { Origin } from './origin';
import { Provenance } from './provenance';
import { type Seen, saveAttribute, seenOf, ValueChangedMeanwhile } from './save-attribute';
import { showValue } from './show-value';

interface Props {
  subject: Subject;
  attribute: Attribute;
  /** It was just added here: the keyboard goes on from it. */
  takesFocus: boolean;
}

/** A value with its source; edited where it stands. */
export function AttributeRow({ subject, attribute, takesFocus }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { editing, button, open, close } = useEditing();
  const { name } = attribute;
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus, button]);
  const removal = useMutation({
    mutationFn: (base: Seen) => saveAttribute(subject, attribute.key, null, base),
    onSuccess: (_, base) =>
      offerUndo(client, { subject, ...attribute, before: base.standing, mine: null }, t),
    onError: (error) => {
      const late = error instanceof ValueChangedMeanwhile;
      complain(
        t('attributes.notRemoved', { name }),
        late ? new Problem(412, { detail: t('undo.late') }) : error,
        t,
      );
    },
    onSettled: () => refreshConcerned(client, subject, 'attributes'),
  });
  // Where other sources still have a value the row stays, and its button is gone that had the keyboard.
  const emptied = removal.isSuccess && attribute.value == null;
  useEffect(() => {
    if (emptied && document.activeElement === document.body) button.current?.focus();
  }, [emptied, button]);

  return (
    <li className={classes.attribute} data-item={attribute.key} data-leaving={removal.isPending || undefined}>
      <div className={classes.head}>
        <span className={classes.name} title={name} dir="auto">
          {name}
        </span>
        <Origin subject={subject} field={attribute}>
          <Provenance attribute={attribute} />
        </Origin>
      </div>
      {editing ? (
        <AttributeEditor subject={subject} attribute={attribute} present={attribute} onDone={close} />
      ) : (
        <div className={classes.value}>
          <ValueButton ref={button} name={name} value={showValue(attribute, t)} onEdit={open} />
          {attribute.value != null && (
            <ActionIcon
              className={classes.remove}
              size="sm"
              aria-busy={removal.isPending || undefined}
              onClick={() => {
                if (!removal.isPending) removal.mutate(seenOf(attribute));
              }}
              aria-label={t('edit.clear', { name })}
              title={t('common.remove')}
            >
              <BusyIcon busy={removal.isPending}>
                <IconTrash size={14} stroke={1.7} />
              </BusyIcon>
            </ActionIcon>
          )}
        </div>
      )}
    </li>
  );
}
