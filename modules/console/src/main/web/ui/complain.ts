import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import { explain } from './explain';

/** Tells of a failure that has no field of its own to stand beside. */
export function complain(title: string, error: unknown, t: TFunction): void {
  notifications.show({
    title,
    message: explain(error, t),
    color: 'red',
    role: 'alert',
    autoClose: 8000,
    closeButtonProps: { 'aria-label': t('common.close') },
  });
}
