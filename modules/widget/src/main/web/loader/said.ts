import type { ToFrame } from '../protocol/embedding';
import type { Attributes, User } from '../protocol/person';

/** What the page has said of its visitor: kept for a frame that is not there yet, or was loaded anew. */
export class Said {
  private user: User | null = null;
  private contact: Attributes = {};
  private conversation: Attributes = {};
  private forgotten = false;

  constructor(private readonly tell: (message: ToFrame) => boolean) {}

  setUser(user: User): void {
    this.user = user;
    this.tell({ rapport: 'user', user });
  }

  setContactAttributes(attributes: Attributes): void {
    Object.assign(this.contact, attributes);
    this.tell({ rapport: 'contactAttributes', attributes });
  }

  setConversationAttributes(attributes: Attributes): void {
    Object.assign(this.conversation, attributes);
    this.tell({ rapport: 'conversationAttributes', attributes });
  }

  reset(): void {
    this.user = null;
    this.contact = {};
    this.conversation = {};
    this.forgotten = !this.tell({ rapport: 'reset' });
  }

  /** Before the frame learns of the page: it must not come back as the one who is to be forgotten. */
  forgetFirst(): void {
    if (this.forgotten) this.tell({ rapport: 'reset' });
    this.forgotten = false;
  }

  repeat(): void {
    if (this.user) this.tell({ rapport: 'user', user: this.user });
    if (Object.keys(this.contact).length > 0) this.tell({ rapport: 'contactAttributes', attributes: this.contact });
    if (Object.keys(this.conversation).length > 0) this.tell({ rapport: 'conversationAttributes', attributes: this.conversation });
  }
}
