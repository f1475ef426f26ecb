import type { Conversation, Message } from '../api/types';
import type { WidgetApi } from '../api/widgetApi';
import type { Memory } from './memory';
import { merged, newestSequence, unreadAfter } from './messages';
import type { ChatState, Store } from './state';

/** How far the visitor has read, kept in the browser; another tab learns of it. */
interface Seen {
  conversation: string;
  sequence: number;
}

/** The conversation's messages: reads them, never skips one, and knows which of them the visitor has seen. */
export class Thread {
  /** Every message up to this number is here, or was seen before. */
  private cursor = 0;
  private seen = 0;
  private wholeWanted = false;
  private wholeRead = false;
  private reading: Promise<void> | null = null;
  private readAgain: Promise<void> | null = null;

  constructor(
    private readonly store: Store<ChatState>,
    private readonly api: WidgetApi,
    private readonly lasting: Memory,
    private readonly conversationInOtherTab: () => void,
  ) {
    lasting.onChange<Seen>('seen', (seen) => seen && this.seenInOtherTab(seen));
  }

  /** Turns to this conversation, or to none. A closed widget reads only what the visitor has not seen yet. */
  turnTo(conversation: Conversation | null, unread = 0): void {
    const { conversation: current } = this.store.state;
    if (current?.id === conversation?.id) return this.store.update({ conversation });
    const seen = this.lasting.read<Seen>('seen');
    this.seen = seen?.conversation === conversation?.id ? (seen?.sequence ?? 0) : 0;
    this.cursor = this.seen;
    this.wholeWanted = this.wholeRead = false;
    this.reading = this.readAgain = null;
    this.store.update({ conversation, messages: [], unread, historyLoading: false });
    if (this.store.state.open) this.show();
  }

  show(): void {
    this.markSeen();
    this.wholeWanted = true;
    if (!this.wholeRead) this.catchUp().catch(() => undefined);
  }

  /** Reads what came since the last reading, page by page. Asked during a reading it reads once more: that one may have been too early. */
  catchUp(): Promise<void> {
    if (this.reading) {
      return (this.readAgain ??= this.reading.catch(() => undefined).then(() => {
        this.readAgain = null;
        return this.catchUp();
      }));
    }
    const reading = this.read().finally(() => {
      if (this.reading === reading) this.reading = null;
    });
    this.reading = reading;
    return reading;
  }

  /** Takes in what arrived by itself. */
  take(message: Message): void {
    if (message.sequence === this.cursor + 1) this.cursor = message.sequence;
    this.add([message]);
  }

  private async read(): Promise<void> {
    const { conversation, messages } = this.store.state;
    if (!conversation) return;
    const whole = this.wholeWanted && !this.wholeRead;
    this.store.update({ historyLoading: messages.length === 0 });
    try {
      for (let next: string | number | null = whole ? 0 : this.cursor; next !== null; ) {
        const page = await this.api.messages(conversation.id, next);
        if (this.store.state.conversation?.id !== conversation.id) return;
        this.cursor = Math.max(this.cursor, newestSequence(page.items));
        this.add(page.items);
        next = page.items.length === 0 ? null : page.next;
      }
      if (whole) this.wholeRead = true;
      const { open, messages: read } = this.store.state;
      this.store.update({ unread: open ? 0 : unreadAfter(read, this.seen) });
    } finally {
      this.store.update({ historyLoading: false });
    }
  }

  private add(incoming: readonly Message[]): void {
    const { messages, open, unread } = this.store.state;
    const thread = merged(messages, incoming);
    this.store.update({ messages: thread, unread: open ? 0 : Math.max(unread, unreadAfter(thread, this.seen)) });
    if (open) this.markSeen();
  }

  private markSeen(): void {
    const { conversation, messages } = this.store.state;
    this.store.update({ unread: 0 });
    const newest = newestSequence(messages);
    if (!conversation || newest <= this.seen) return;
    const read = unreadAfter(messages, this.seen) > 0;
    this.seen = newest;
    this.lasting.write('seen', { conversation: conversation.id, sequence: newest } satisfies Seen);
    // Should this be lost, the next message that is read tells it again.
    if (read) this.api.seen(conversation.id, newest).catch(() => undefined);
  }

  private seenInOtherTab({ conversation, sequence }: Seen): void {
    if (conversation !== this.store.state.conversation?.id) return this.conversationInOtherTab();
    this.seen = Math.max(this.seen, sequence);
    this.store.update({ unread: unreadAfter(this.store.state.messages, this.seen) });
  }
}
