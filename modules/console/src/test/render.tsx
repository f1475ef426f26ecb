import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createQueryClient } from '../main/web/app/query-client';
import { theme } from '../main/web/app/theme';
import { i18n } from '../main/web/i18n';

/** Renders a part of the application within everything that it lives in, but the router. */
export function show(part: ReactElement, queryClient: QueryClient = createQueryClient(() => undefined)) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} env="test">
        <QueryClientProvider client={queryClient}>
          <Notifications />
          {children}
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
  const view = render(part, { wrapper });
  return { ...view, queryClient };
}
