import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { FirstAdministratorForm } from './first-administrator-form';
import { PasswordForm } from './password-form';
import { SignInPage } from './sign-in-page';

let server: FakeServer;
const onSignedIn = vi.fn();

beforeEach(() => {
  onSignedIn.mockReset();
  server = new FakeServer();
});

const password = () => screen.getByLabelText('Password');

async function signIn(): Promise<void> {
  await userEvent.type(screen.getByRole('textbox', { name: 'E-mail' }), 'mai@rapport.example');
  await userEvent.type(password(), 'correct horse{Enter}');
}

test('with the right password one is in, and nothing of before is left', async () => {
  server.on('POST /sign-in', () => ({ status: 204 }));
  const { queryClient } = show(<SignInPage onSignedIn={onSignedIn} />);
  queryClient.setQueryData(['inbox'], 'somebody else’s');
  await signIn();
  await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(server.asked('POST /sign-in')[0]?.body).toEqual({
    email: 'mai@rapport.example',
    password: 'correct horse',
  });
  expect(queryClient.getQueryData(['inbox'])).toBeUndefined();
});

test('a wrong password is told without saying which of the two was wrong', async () => {
  server.on('POST /sign-in', () => ({ status: 401 }));
  show(<SignInPage onSignedIn={onSignedIn} />);
  await signIn();
  expect(await screen.findByRole('alert')).toHaveTextContent('E-mail or password is wrong.');
  expect(onSignedIn).not.toHaveBeenCalled();
});

test('after too many attempts the page counts down', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  server.on('POST /sign-in', () => ({ status: 429, headers: { 'Retry-After': '2' } }));
  show(<SignInPage onSignedIn={onSignedIn} />);
  await signIn();
  await screen.findByText('Too many attempts. Try again in 2 seconds.');
  expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled();
  for (let second = 0; second < 2; second++) await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  vi.useRealTimers();
});

async function fillFirstAdministrator(chosen: string): Promise<void> {
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Mai');
  await userEvent.type(screen.getByRole('textbox', { name: 'E-mail' }), 'mai@rapport.example');
  await userEvent.type(password(), `${chosen}{Enter}`);
}

test('the first administrator needs a password of twelve characters', async () => {
  server.on('POST /first-administrator', () => ({ status: 204 }));
  show(<FirstAdministratorForm token="once" onSignedIn={onSignedIn} />);
  await fillFirstAdministrator('elevenchars');
  expect(password()).toBeInvalid();
  expect(server.requests).toHaveLength(0);
  await userEvent.type(password(), '!{Enter}');
  await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(server.requests[0]?.body).toEqual({
    token: 'once',
    name: 'Mai',
    email: 'mai@rapport.example',
    password: 'elevenchars!',
  });
});

test('what the server refuses stands at its field', async () => {
  server.on('POST /first-administrator', () => ({
    status: 422,
    body: { title: 'Invalid', errors: [{ field: 'password', message: 'This password is well known.' }] },
  }));
  show(<FirstAdministratorForm token="once" onSignedIn={onSignedIn} />);
  await fillFirstAdministrator('passwordpassword');
  await screen.findByText('This password is well known.');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a link that was used says so', async () => {
  server.on('POST /first-administrator', () => ({
    status: 403,
    body: { title: 'Link expired', detail: 'This link is not valid any more.' },
  }));
  show(<FirstAdministratorForm token="twice" onSignedIn={onSignedIn} />);
  await fillFirstAdministrator('correct horse');
  expect(await screen.findByRole('alert')).toHaveTextContent('This link is not valid any more.');
});

test('whoever was invited chooses a password of twelve characters and is in', async () => {
  server.on('POST /password', () => ({ status: 204 }));
  show(<PasswordForm token="once" onSignedIn={onSignedIn} />);
  await userEvent.type(password(), 'elevenchars{Enter}');
  expect(password()).toBeInvalid();
  expect(server.requests).toHaveLength(0);
  await userEvent.type(password(), '!{Enter}');
  await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(server.requests[0]?.body).toEqual({ token: 'once', password: 'elevenchars!' });
});

test('an invitation that was used says so', async () => {
  server.on('POST /password', () => ({ status: 403, body: { detail: 'This link is not valid any more.' } }));
  show(<PasswordForm token="twice" onSignedIn={onSignedIn} />);
  await userEvent.type(password(), 'correct horse{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('This link is not valid any more.');
});
