import type { OutgoingMessage } from '../chat/outgoing';
import { dayName, timeOfDay } from '../i18n/dates';
import { Linked } from '../text/Linked';
import { useChat } from '../useChat';
import type { Line } from './groups';

export function MessageLine({ line }: { line: Line }) {
  const { language } = useChat().state;
  const { kind, name, outgoing } = line;
  return (
    <>
      {line.startsDay && (
        <li class="day">
          <span>{dayName(line.at, new Date(), language)}</span>
        </li>
      )}
      <li class={`message ${kind}${line.startsGroup ? ' first' : ''}${outgoing ? ` ${outgoing.state}` : ''}`}>
        {kind !== 'system' && <span class="unseen">{name ?? language.texts.you}: </span>}
        <div class="bubble" dir="auto">
          <Linked text={line.text} />
        </div>
        {outgoing ? (
          <Delivery message={outgoing} />
        ) : (
          line.endsGroup &&
          kind !== 'system' && (
            <p class="meta">
              {name && <span aria-hidden="true">{name} · </span>}
              <time dateTime={line.at}>{timeOfDay(line.at, language)}</time>
            </p>
          )
        )}
      </li>
    </>
  );
}

/** How far an unconfirmed message has come, and what the visitor can do about it. */
function Delivery({ message }: { message: OutgoingMessage }) {
  const { chat, state } = useChat();
  const { texts } = state.language;
  if (message.state === 'sending' || message.state === 'waiting') {
    return <p class="meta">{message.state === 'waiting' ? texts.waiting : texts.sending}</p>;
  }
  return (
    <p class="meta trouble">
      <span>{message.state === 'failed' ? texts.notSent : `${texts.notAccepted}: ${message.reason ?? ''}`}</span>
      {message.state === 'failed' && (
        <button type="button" class="link" onClick={() => chat.retry()}>
          {texts.retry}
        </button>
      )}
      <button type="button" class="link" onClick={() => chat.discard(message)}>
        {texts.discard}
      </button>
    </p>
  );
}
