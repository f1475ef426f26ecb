import { Button, Popover } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteDefinition } from '../api/attribute-definitions';
import { keys } from '../api/keys';
import type { AttributeDefinition } from '../api/types';
import { complain } from '../ui/complain';
import classes from './attributes-page.module.css';

interface Props {
  definition: AttributeDefinition;
  disabled: boolean;
}

/** Deletes an attribute, once that is confirmed; what still uses it is told. */
export function DeleteDefinitionButton({ definition: { id, name, version }, disabled }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState(false);
  const deleting = useMutation({
    mutationFn: () => deleteDefinition(id, version),
    onError: (error) => {
      setOpened(false);
      complain(t('attributeSettings.notDeleted', { name }), error, t);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.allDefinitions }),
  });

  return (
    <Popover position="bottom-end" width={280} trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('attributeSettings.deleteOf', { name })}
          disabled={disabled}
          onClick={() => setOpened(!opened)}
        >
          {t('attributeSettings.delete')}
        </Button>
      </Popover.Target>
      {/* Elsewhere in the page, yet part of its row: when that goes, so does the keyboard to the next. */}
      <Popover.Dropdown data-item={id}>
        <p className={classes.question}>{t('attributeSettings.deleteText', { name })}</p>
        <div className={classes.choice}>
          <Button size="xs" variant="default" onClick={() => setOpened(false)}>
            {t('attributeSettings.keep')}
          </Button>
          <Button size="xs" color="red.9" loading={deleting.isPending} onClick={() => deleting.mutate()}>
            {t('attributeSettings.deleteNow')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
