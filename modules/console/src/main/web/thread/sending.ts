import {
  type Mutation,
  type MutationOptions,
  type MutationStatus,
  type QueryClient,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { meQuery } from '../api/access';
import { sendMessage } from '../api/conversations';
import { keys } from '../api/keys';
import { Problem } from '../api/problem';
import type { Id, Message } from '../api/types';
import { newIdempotencyKey } from './idempotency-key';
import { fetchNewMessages, newestOf } from './new-messages';
import { unreceived } from './unreceived';
import { forgetUnsent, keepUnsent, unsent, type Written } from './unsent';

type Sending = Mutation<Message, Error, Written>;

export interface Outgoing extends Written {
  status: MutationStatus;
  error: Error | null;
  /** The id that the server gave it, once it has it. */
  receivedAs: Id | null;
}

const silentTries = 2;

function sendingOptions(client: QueryClient, conversation: Id): MutationOptions<Message, Error, Written> {
  return {
    mutationKey: keys.sending(conversation),
    mutationFn: ({ idempotencyKey, text, private: isPrivate }) =>
      sendMessage(conversation, { text, private: isPrivate }, idempotencyKey),
    // One after the other: what was written first stands first.
    scope: { id: `send-message ${conversation}` },
    retry: (failures, error) => failures < silentTries && error instanceof Problem && error.transient,
    // A failed message waits for its writer, however long.
    gcTime: Number.POSITIVE_INFINITY,
    onSuccess: (_, { idempotencyKey }) => {
      forgetUnsent(idempotencyKey);
      return fetchNewMessages(client, conversation).catch(() => undefined);
    },
  };
}

export function useSendMessage(conversation: Id): (text: string, isPrivate: boolean) => void {
  const client = useQueryClient();
  const { mutate } = useMutation(sendingOptions(client, conversation));
  return (text, isPrivate) => {
    const writtenAfter = newestOf(client.getQueryData(keys.messages(conversation))) ?? 0;
    const idempotencyKey = newIdempotencyKey();
    const written = { conversation, idempotencyKey, text, private: isPrivate, writtenAfter };
    keepUnsent(written);
    mutate(written);
  };
}

/** Sends what was still on its way, or had failed, when the page was left; under its own keys, so never twice. */
export function sendUnsent(client: QueryClient): void {
  for (const written of unsent()) {
    if (!sendingOf(client, written.conversation, written.idempotencyKey)) send(client, written);
  }
}

/** What was sent from here and is not yet among the received messages: on its way, or failed. */
export function useOutgoing(conversation: Id, received: Message[]): Outgoing[] {
  const sendings = useMutationState({
    filters: { mutationKey: keys.sending(conversation) },
    select: (mutation) => outgoingOf(mutation as unknown as Sending),
  });
  const { data: me } = useQuery(meQuery);
  const outgoing = sendings.filter((sending) => sending !== null);
  return unreceived(outgoing, received, me?.id);
}

function outgoingOf({ state }: Sending): Outgoing | null {
  if (!state.variables) return null;
  return { ...state.variables, status: state.status, error: state.error, receivedAs: state.data?.id ?? null };
}

export function sendAgain(client: QueryClient, conversation: Id, { idempotencyKey }: Outgoing): void {
  const failed = sendingOf(client, conversation, idempotencyKey);
  if (!failed?.state.variables) return;
  client.getMutationCache().remove(failed);
  send(client, failed.state.variables);
}

function send(client: QueryClient, written: Written): void {
  client
    .getMutationCache()
    .build(client, sendingOptions(client, written.conversation))
    .execute(written)
    .catch(() => undefined);
}

export function discard(client: QueryClient, conversation: Id, { idempotencyKey }: Outgoing): void {
  const failed = sendingOf(client, conversation, idempotencyKey);
  if (failed) client.getMutationCache().remove(failed);
  forgetUnsent(idempotencyKey);
}

function sendingOf(client: QueryClient, conversation: Id, idempotencyKey: string): Sending | undefined {
  const sendings = client.getMutationCache().findAll({ mutationKey: keys.sending(conversation) });
  return (sendings as unknown as Sending[]).find(
    ({ state }) => state.variables?.idempotencyKey === idempotencyKey,
  );
}
