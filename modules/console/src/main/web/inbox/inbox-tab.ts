export const inboxTabs = ['open', 'resolved', 'all'] as const;
export type InboxTab = (typeof inboxTabs)[number];
