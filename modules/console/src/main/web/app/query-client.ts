import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isStatus, Problem } from '../api/problem';

/** Every server state of the page; whatever is refused for want of a sign-in is told to the caller. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isStatus(error, 401)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A server in the same house answers without the internet, too.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && error instanceof Problem && error.transient,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
