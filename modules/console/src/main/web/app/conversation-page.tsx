import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { conversationQuery } from '../api/conversations';
import { isStatus } from '../api/problem';
import type { Id } from '../api/types';
import { CustomerPanel } from '../conversation/customer-panel';
import { Thread } from '../thread/thread';
import classes from './conversation-page.module.css';

// Below this width the panel would leave too little for the messages: it lies over them when asked for.
const roomForPanel = '(min-width: 68rem)';

const route = getRouteApi('/desk/conversations/$conversationId');

export function ConversationRoute() {
  const { conversationId } = route.useParams();
  return <ConversationPage key={conversationId} id={conversationId} />;
}

/** The thread, and beside it the customer. */
function ConversationPage({ id }: { id: Id }) {
  const { t } = useTranslation();
  const wide = useMediaQuery(roomForPanel, true, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<boolean | null>(null);
  const missing = isStatus(useQuery(conversationQuery(id)).error, 404);
  const shown = (chosen ?? wide) && !missing;

  return (
    <div className={classes.page}>
      <main id="conversation" className={classes.thread} tabIndex={-1}>
        <Thread id={id} panelShown={shown} onTogglePanel={() => setChosen(!shown)} />
      </main>
      {shown && (
        <aside
          id="customer"
          className={classes.panel}
          data-over={!wide || undefined}
          aria-label={t('panel.label')}
        >
          <CustomerPanel conversation={id} />
        </aside>
      )}
    </div>
  );
}
