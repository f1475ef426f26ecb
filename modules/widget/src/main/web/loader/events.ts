const names = ['ready', 'open', 'close', 'unread', 'identityRequired'] as const;

export type EventName = (typeof names)[number];
export type Listener = (detail?: number) => void;

/** What a page can listen to: `ready`, `open`, `close` and `unread` (with the number of unread messages), `identityRequired`. */
export class Events {
  private readonly listeners = new Map<EventName, Listener[]>();
  private isReady = false;

  on(name: string, listener: Listener): void {
    if (!isEventName(name)) throw new Error(`there is no event "${name}"; there are ${names.join(', ')}`);
    if (typeof listener !== 'function') throw new Error('on takes the name of an event and a function');
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
    // A page cannot know whether it was faster than the widget.
    if (name === 'ready' && this.isReady) call(listener);
  }

  fire(name: EventName, detail?: number): void {
    if (name === 'ready') this.isReady = true;
    for (const listener of this.listeners.get(name) ?? []) call(listener, detail);
  }
}

function isEventName(name: string): name is EventName {
  return (names as readonly string[]).includes(name);
}

function call(listener: Listener, detail?: number): void {
  try {
    listener(detail);
  } catch (error) {
    console.error(error);
  }
}
