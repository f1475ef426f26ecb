import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { keys } from './keys';
import { path, request } from './request';
import type { Conversation, Id, InboxItem, Message, Page, Panel, Status, StatusFilter } from './types';

export const messagesPerPage = 50;

export const inboxQuery = (status: StatusFilter) =>
  infiniteQueryOptions({
    queryKey: keys.inboxOf(status),
    queryFn: ({ pageParam, signal }) =>
      request<Page<InboxItem>>('/conversations', { query: { status, after: pageParam, limit: 30 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const conversationQuery = (id: Id) =>
  queryOptions({
    queryKey: keys.conversation(id),
    queryFn: ({ signal }) => request<Conversation>(path`/conversations/${id}`, { signal }),
  });

export const panelQuery = (id: Id) =>
  queryOptions({
    queryKey: keys.panel(id),
    queryFn: ({ signal }) => request<Panel>(path`/conversations/${id}/panel`, { signal }),
  });

/** The first page holds the newest messages, each further page older ones; within a page the oldest is first. */
export const messagesQuery = (id: Id) =>
  infiniteQueryOptions({
    queryKey: keys.messages(id),
    queryFn: ({ pageParam, signal }) =>
      request<Page<Message>>(path`/conversations/${id}/messages`, {
        query: { before: pageParam, limit: messagesPerPage },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const messagesAfter = (id: Id, sequence: number) =>
  request<Page<Message>>(path`/conversations/${id}/messages`, {
    query: { after: sequence, limit: messagesPerPage },
  });

export const sendMessage = (id: Id, body: { text: string; private: boolean }, idempotencyKey: string) =>
  request<Message>(path`/conversations/${id}/messages`, {
    method: 'POST',
    body,
    headers: { 'Idempotency-Key': idempotencyKey },
  });

export const markRead = (id: Id, upTo: number) =>
  request<void>(path`/conversations/${id}/read`, { method: 'POST', body: { upTo } });

export const changeStatus = (id: Id, status: Extract<Status, 'open' | 'resolved'>) =>
  request<Conversation>(path`/conversations/${id}`, { method: 'PATCH', body: { status } });
