import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { mai } from '../../../test/samples';
import { keep, keepFor } from '../thread/kept';
import { AccountMenu } from './account-menu';

function menu() {
  const root = createRootRoute();
  const desk = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: () => <AccountMenu me={mai} />,
  });
  const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: () => 'Signed out' });
  const router = createRouter({
    routeTree: root.addChildren([desk, signIn]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  // The application's own router is the registered one.
  return <RouterProvider router={router as never} />;
}

async function signOut(): Promise<void> {
  keepFor(mai.id);
  keep('draft', 'c1', { text: 'Dear Nam', private: false });
  keep('unsent', 'k1', { text: 'Not there yet' });
  show(menu());
  await userEvent.click(await screen.findByRole('button', { name: 'Account of Mai' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
}

test('signing out leaves nothing of what was written in this browser', async () => {
  new FakeServer().on('POST /sign-out', () => ({ status: 204 }));
  await signOut();
  await screen.findByText('Signed out');
  expect(localStorage).toHaveLength(0);
});

test('who could not be signed out keeps what was written', async () => {
  const server = new FakeServer().on('POST /sign-out', () => ({ status: 422 }));
  await signOut();
  await waitFor(() => expect(server.asked('POST /sign-out')).toHaveLength(1));
  await screen.findByRole('alert');
  expect(localStorage).toHaveLength(3);
});
