import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changeAttribute } from '../api/attributes';
import type { Attribute, Subject } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { complain } from '../ui/complain';
import { useEditing } from '../ui/use-editing';
import { ValueButton } from '../ui/value-button';
import { AttributeEditor } from './attribute-editor';
import classes from './attributes.module.css';
import { Provenance } from './provenance';
import { showValue } from './show-value';

/** A value with its source; edited where it stands. */
export function AttributeRow({ subject, attribute }: { subject: Subject; attribute: Attribute }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { editing, button, open, close } = useEditing();
  const { name } = attribute;
  const removal = useMutation({
    mutationFn: () => changeAttribute(subject, attribute.key, null),
    onError: (error) => complain(t('attributes.notRemoved', { name }), error, t),
    onSettled: () => refreshConcerned(client, subject, 'attributes'),
  });

  return (
    <li className={classes.attribute} data-leaving={removal.isPending || undefined}>
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
              loading={removal.isPending}
              onClick={() => removal.mutate()}
              aria-label={t('edit.clear', { name })}
              title={t('common.remove')}
            >
              <IconTrash size={14} stroke={1.7} />
            </ActionIcon>
          )}
        </div>
      )}
    </li>
  );
}
