import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { SignInPage } from '../sign-in/sign-in-page';
import { WelcomePage } from '../sign-in/welcome-page';

const signIn = getRouteApi('/sign-in');

export function SignInRoute() {
  const { next } = signIn.useSearch();
  const navigate = useNavigate();
  return <SignInPage onSignedIn={() => void navigate({ to: next ?? '/conversations', replace: true })} />;
}

export function WelcomeRoute() {
  const navigate = useNavigate();
  return <WelcomePage onSignedIn={() => void navigate({ to: '/conversations', replace: true })} />;
}
