import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { changeAttribute } from '../api/attributes';
import type { Attribute, Subject } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { BusyIcon } from '../ui/busy-icon';
import { complain } from '../ui/complain';
import { useEditing } from '../ui/use-editing';
import { ValueButton } from '../ui/value-button';
import { AttributeEditor } from './attribute-editor';
import classes from './attributes.module.css';
import { Provenance } from './provenance';
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
    mutationFn: () => changeAttribute(subject, attribute.key, null),
    onError: (error) => complain(t('attributes.notRemoved', { name }), error, t),
    onSettled: () => refreshConcerned(client, subject, 'attributes'),
  });

  return (
    <li className={classes.attribute} data-item={attribute.key} data-leaving={removal.isPending || undefined}>
      <div className={classes.head}>
        <span className={classes.name} title={name} dir="auto">
          {name}
        </span>
        <Provenance attribute={attribute} />
      </div>
      {editing ? (
        <AttributeEditor subject={subject} attribute={attribute} onDone={close} />
      ) : (
        <div className={classes.value}>
          <ValueButton ref={button} name={name} value={showValue(attribute, t)} onEdit={open} />
          {attribute.value != null && (
            <ActionIcon
              className={classes.remove}
              size="sm"
              aria-busy={removal.isPending || undefined}
              onClick={() => {
                if (!removal.isPending) removal.mutate();
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
