import type { Id, Message } from '../api/types';
import type { Outgoing } from './sending';

/**
 * The outgoing messages that are not yet among the received ones. The live channel may show an own message
 * before the server's answer to its sending is here, so author and text tell it, too; each received message
 * stands for one outgoing at most.
 */
export function unreceived(outgoing: Outgoing[], received: Message[], me: Id | undefined): Outgoing[] {
  const taken = new Set<Id>();
  return outgoing.filter((sending) => {
    const match = received.findLast(
      (message) =>
        !taken.has(message.id) && (message.id === sending.receivedAs || isSame(sending, message, me)),
    );
    if (match) taken.add(match.id);
    return match === undefined;
  });
}

function isSame(sending: Outgoing, message: Message, me: Id | undefined): boolean {
  return (
    sending.receivedAs === null &&
    message.sequence > sending.writtenAfter &&
    message.author.kind === 'agent' &&
    message.author.id === me &&
    message.private === sending.private &&
    message.text === sending.text
  );
}
