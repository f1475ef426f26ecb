import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sendUnsent } from './sending';

/** Sends what was written here before and the server did not get. */
export function useUnsent(): void {
  const client = useQueryClient();
  useEffect(() => sendUnsent(client), [client]);
}
