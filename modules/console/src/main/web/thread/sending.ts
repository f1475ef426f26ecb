import {
  type Mutation,
  type MutationOptions,
  type MutationStatus,
  type QueryClient,
  useMutation,
  useMutationState,
  useQueryClient,
} from '@tanstack/react-query';
import { sendMessage } from '../api/conversations';
import { keys } from '../api/keys';
import { Problem } from '../api/problem';
import type { Id, Message } from '../api/types';
import { newIdempotencyKey } from './idempotency-key';
import { fetchNewMessages } from './new-messages';

interface Written {
  /** Stays the same for every try, so that the server takes the message once. */
  idempotencyKey: string;
  text: string;
  private: boolean;
}

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
    onSuccess: () => fetchNewMessages(client, conversation).catch(() => undefined),
  };
}

export function useSendMessage(conversation: Id): (text: string, isPrivate: boolean) => void {
  const { mutate } = useMutation(sendingOptions(useQueryClient(), conversation));
  return (text, isPrivate) => mutate({ idempotencyKey: newIdempotencyKey(), text, private: isPrivate });
}

/** What was sent from here and is not yet among the received messages: on its way, or failed. */
export function useOutgoing(conversation: Id, received: Message[]): Outgoing[] {
  const sendings = useMutationState({
    filters: { mutationKey: keys.sending(conversation) },
    select: (mutation) => outgoingOf(mutation as unknown as Sending),
  });
  const known = new Set(received.map((message) => message.id));
  return sendings.filter((sending) => sending !== null && !known.has(sending.receivedAs ?? '')) as Outgoing[];
}

function outgoingOf({ state }: Sending): Outgoing | null {
  if (!state.variables) return null;
  return { ...state.variables, status: state.status, error: state.error, receivedAs: state.data?.id ?? null };
}

export function sendAgain(client: QueryClient, conversation: Id, { idempotencyKey }: Outgoing): void {
  const failed = sendingOf(client, conversation, idempotencyKey);
  if (!failed?.state.variables) return;
  client.getMutationCache().remove(failed);
  client
    .getMutationCache()
    .build(client, sendingOptions(client, conversation))
    .execute(failed.state.variables)
    .catch(() => undefined);
}

export function discard(client: QueryClient, conversation: Id, { idempotencyKey }: Outgoing): void {
  const failed = sendingOf(client, conversation, idempotencyKey);
  if (failed) client.getMutationCache().remove(failed);
}

function sendingOf(client: QueryClient, conversation: Id, idempotencyKey: string): Sending | undefined {
  const sendings = client.getMutationCache().findAll({ mutationKey: keys.sending(conversation) });
  return (sendings as unknown as Sending[]).find(
    ({ state }) => state.variables?.idempotencyKey === idempotencyKey,
  );
}
