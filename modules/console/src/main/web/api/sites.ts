import { queryOptions } from '@tanstack/react-query';
import { everyPage } from './every-page';
import { keys } from './keys';
import type { Site } from './types';

export const sitesQuery = queryOptions({
  queryKey: keys.sites,
  queryFn: ({ signal }) => everyPage<Site>('/sites', {}, signal),
});
