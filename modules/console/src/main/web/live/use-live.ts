import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keys } from '../api/keys';
import { concerned } from './concerned';
import { LiveSocket, liveUrl } from './live-socket';
import { refresh } from './refresh';
import { Refresher } from './refresher';

/** Keeps every query on the screen true to the server; answers whether the server is heard. */
export function useLive(): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);

  useEffect(() => {
    const refresher = new Refresher((key) => refresh(client, key));
    const socket = new LiveSocket(liveUrl(window.location), {
      onReady: () => {
        setConnected(true);
        void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== keys.me[0] });
      },
      onFrame: (hint) => {
        for (const key of concerned(client, hint)) refresher.ask(key);
      },
      onDown: (failures, refused) => {
        setConnected(false);
        // A socket that did not open does not tell why; the sign-in may have ended.
        if (refused || failures > 0) void client.invalidateQueries({ queryKey: keys.me });
      },
    });
    const hurry = () => socket.hurry();
    socket.open();
    window.addEventListener('online', hurry);
    return () => {
      window.removeEventListener('online', hurry);
      socket.close();
    };
  }, [client]);

  return connected;
}
