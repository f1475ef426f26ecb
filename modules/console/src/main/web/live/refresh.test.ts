import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { refresh } from './refresh';

test('what was being read when the change came is read again, once that has ended', async () => {
  const client = new QueryClient();
  let answer: (value: string) => void = () => {};
  const read = vi
    .fn<() => Promise<string>>()
    .mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    .mockResolvedValue('after the change');
  const stop = new QueryObserver(client, { queryKey: ['inbox'], queryFn: read }).subscribe(() => {});

  const refreshed = refresh(client, ['inbox']);
  answer('before the change');
  await refreshed;

  expect(read).toHaveBeenCalledTimes(2);
  expect(client.getQueryData(['inbox'])).toBe('after the change');
  stop();
});
