import {
  type Mutation,
  type MutationOptions,
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

export interface Outgoing {
  /** Stays the same for every try, so that the server takes the message once. */
  idempotencyKey: string;
  text: string;
  private: boolean;
  writtenAt: number;
}

type Sending = Mutation<Message, Error, Outgoing>;

const silentTries = 2;

function sendingOptions(client: QueryClient, conversation: Id): MutationOptions<Message, Error, Outgoing> {
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
  return (text, isPrivate) =>
    mutate({ idempotencyKey: newIdempotencyKey(), text, private: isPrivate, writtenAt: Date.now() });
}

/** What was sent from here and is not yet among the received messages: on its way, or failed. */
export function useOutgoing(conversation: Id, received: Message[]): Sending[] {
  const sendings = useMutationState<Sending>({
    filters: { mutationKey: keys.sending(conversation) },
    select: (mutation) => mutation as unknown as Sending,
  });
  const known = new Set(received.map((message) => message.id));
  return sendings.filter(({ state }) => !(state.data && known.has(state.data.id)));
}

export function sendAgain(client: QueryClient, conversation: Id, failed: Sending): void {
  const outgoing = failed.state.variables;
  if (!outgoing) return;
  const cache = client.getMutationCache();
  cache.remove(failed);
  void cache
    .build(client, sendingOptions(client, conversation))
    .execute(outgoing)
    .catch(() => undefined);
}

export function discard(client: QueryClient, failed: Sending): void {
  client.getMutationCache().remove(failed);
}
