import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';

/** Tells what was done, and for ten seconds offers to take it back; of one id the latest is offered. */
export function showUndo(id: string, message: string, undo: () => Promise<unknown>, t: TFunction): void {
  notifications.hide(id);
  notifications.show({
    id,
    message: (
      <>
        {message}{' '}
        <Button
          size="compact-xs"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            void undo();
          }}
        >
          {t('undo.undo')}
        </Button>
      </>
    ),
    role: 'status',
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': t('common.close') },
  });
}
