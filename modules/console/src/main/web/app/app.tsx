import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nextProvider } from 'react-i18next';
import { i18n } from '../i18n';
import classes from './app.module.css';
import { createQueryClient } from './query-client';
import { createConsoleRouter } from './router';
import { cssVariables, theme } from './theme';

const queryClient = createQueryClient(() => leave());
const router = createConsoleRouter(queryClient);

function leave(): void {
  const { pathname, searchStr } = router.state.location;
  if (pathname === '/sign-in' || pathname === '/welcome' || pathname === '/join') return;
  void router.navigate({ to: '/sign-in', search: { next: pathname + searchStr }, replace: true });
}

export function App() {
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-left" containerWidth={272} className={classes.notices} />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
