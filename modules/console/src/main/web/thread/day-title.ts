import type { TFunction } from 'i18next';
import { dateOf } from '../i18n/format';
import { localDate } from './group-messages';

export function dayTitle(date: string, t: TFunction): string {
  const today = new Date();
  const yesterday = new Date(today);
  yesterday.setDate(today.getDate() - 1);
  if (date === localDate(today.getTime())) return t('thread.today');
  if (date === localDate(yesterday.getTime())) return t('thread.yesterday');
  return dateOf(`${date}T12:00:00`);
}
