import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { JoinPage } from '../sign-in/join-page';
import { SignInPage } from '../sign-in/sign-in-page';
import { WelcomePage } from '../sign-in/welcome-page';

const signIn = getRouteApi('/sign-in');

export function SignInRoute() {
  const { next } = signIn.useSearch();
  const navigate = useNavigate();
  const goOn = () => {
    const { pathname, searchParams } = new URL(next ?? '/conversations', window.location.origin);
    void navigate({ to: pathname, search: Object.fromEntries(searchParams), replace: true });
  };
  return <SignInPage onSignedIn={goOn} />;
}

export function JoinRoute() {
  const navigate = useNavigate();
  return <JoinPage onSignedIn={() => void navigate({ to: '/conversations', replace: true })} />;
}

export function WelcomeRoute() {
  const navigate = useNavigate();
  return <WelcomePage onSignedIn={() => void navigate({ to: '/conversations', replace: true })} />;
}
