import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { meQuery } from '../api/access';
import { isStatus } from '../api/problem';
import { type InboxTab, inboxTabs } from '../inbox/inbox-tab';
import { keepFor } from '../thread/kept';
import { NothingSelected } from '../thread/nothing-selected';
import { Desk } from './desk';
import { FailedPage, LoadingPage, MissingPage } from './fallback-pages';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: MissingPage,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => (isInside(search.next) ? { next: search.next } : {}),
  component: lazyRouteComponent(() => import('./entrance-routes'), 'SignInRoute'),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./entrance-routes'), 'WelcomeRoute'),
});

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('./entrance-routes'), 'JoinRoute'),
});

const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  validateSearch: (search): { status?: InboxTab } => {
    const status = inboxTabs.find((tab) => tab === search.status);
    return status && status !== 'open' ? { status } : {};
  },
  beforeLoad: async ({ context, location }) => {
    try {
      keepFor((await context.queryClient.ensureQueryData(meQuery)).id);
    } catch (error) {
      if (!isStatus(error, 401)) throw error;
      throw redirect({ to: '/sign-in', search: { next: location.pathname + location.searchStr } });
    }
  },
  component: function SignedIn() {
    const { status } = desk.useSearch();
    return (
      <Desk tab={status ?? 'open'}>
        <Outlet />
      </Desk>
    );
  },
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/conversations' });
  },
});

const conversations = createRoute({
  getParentRoute: () => desk,
  path: '/conversations',
  component: NothingSelected,
});

const conversation = createRoute({
  getParentRoute: () => desk,
  path: '/conversations/$conversationId',
  component: lazyRouteComponent(() => import('./conversation-page'), 'ConversationRoute'),
});

const agents = createRoute({
  getParentRoute: () => desk,
  path: '/settings/agents',
  component: lazyRouteComponent(() => import('../settings/agents-page'), 'AgentsPage'),
});

const tokens = createRoute({
  getParentRoute: () => desk,
  path: '/settings/tokens',
  component: lazyRouteComponent(() => import('../settings/tokens-page'), 'TokensPage'),
});

const attributes = createRoute({
  getParentRoute: () => desk,
  path: '/settings/attributes',
  component: lazyRouteComponent(() => import('../settings/attributes-page'), 'AttributesPage'),
});

// Only a way inside this application, never an address of somebody else's.
function isInside(next: unknown): next is string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next);
}

export function createConsoleRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      start,
      signIn,
      welcome,
      join,
      desk.addChildren([conversations, conversation, agents, tokens, attributes]),
    ]),
    basepath: '/console',
    context: { queryClient },
    defaultPendingComponent: LoadingPage,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: MissingPage,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
