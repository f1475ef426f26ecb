import type {
  Agent,
  ApiToken,
  AssignedLabel,
  Attribute,
  AttributeDefinition,
  AttributeStory,
  Contact,
  Conversation,
  KeptValue,
  Message,
  Panel,
  Session,
} from '../main/web/api/types';

export const mai = { id: 'mai', name: 'Mai', email: 'mai@rapport.example', role: 'agent' } as const;

export function agent(changes: Partial<Agent> = {}): Agent {
  return {
    id: 'nam',
    name: 'Nam',
    email: 'nam@rapport.example',
    role: 'agent',
    active: true,
    invited: false,
    version: 1,
    ...changes,
  };
}

export function contact(changes: Partial<Contact> = {}): Contact {
  return {
    id: 'nam',
    name: 'Nam',
    email: 'nam@example.com',
    phone: '+84901234567',
    displayName: 'Nam',
    verified: false,
    blocked: false,
    version: 3,
    createdAt: '2026-01-31T09:00:00Z',
    conversations: 1,
    claims: [],
    labels: [],
    attributes: [],
    pending: [],
    ...changes,
  };
}

export function panel(changes: { contact?: Partial<Contact>; labels?: AssignedLabel[] } = {}): Panel {
  return {
    contact: contact(changes.contact),
    conversation: {
      id: 'c1',
      number: 42,
      site: 'shop',
      status: 'open',
      createdAt: '2026-01-31T09:00:00Z',
      labels: changes.labels ?? [],
      attributes: [],
      pending: [],
    },
    session: null,
  };
}

export function conversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: 'c1',
    number: 42,
    status: 'open',
    site: { id: 's1', name: 'Demo' },
    contact: { id: 'nam', name: 'Nam' },
    lastActivityAt: '2026-01-31T09:00:00Z',
    labels: [],
    ...changes,
  };
}

export function message(sequence: number, changes: Partial<Message> = {}): Message {
  return {
    id: `m${sequence}`,
    sequence,
    author: { kind: 'visitor', id: 'visitor', name: 'Nam' },
    text: `Message ${sequence}`,
    private: false,
    at: '2026-01-31T09:00:00Z',
    clientMessageId: null,
    ...changes,
  };
}

export function fromMai(sequence: number, text: string): Message {
  return message(sequence, { text, author: { kind: 'agent', id: mai.id, name: mai.name } });
}

export function label(changes: Partial<AssignedLabel> = {}): AssignedLabel {
  return {
    id: 'l1',
    name: 'refund request',
    colour: '#b3401f',
    setBy: { kind: 'agent', id: mai.id, name: mai.name, version: null },
    setAt: '2026-01-31T09:00:00Z',
    ...changes,
  };
}

export function attribute(changes: Partial<Attribute> = {}): Attribute {
  return {
    key: 'hometown',
    name: 'Home town',
    type: 'text',
    value: 'Hue',
    source: 'form',
    sourceId: 'demo',
    version: 'v1',
    setBy: { kind: 'visitor', id: 'visitor', name: 'Nam' },
    setAt: '2026-01-31T09:00:00Z',
    pinned: false,
    estimated: false,
    unverified: false,
    unparsed: false,
    declared: true,
    others: 0,
    ...changes,
  };
}

export function kept(changes: Partial<KeptValue> = {}): KeptValue {
  return {
    source: 'form',
    sourceId: 'demo',
    value: 'Hue',
    setBy: { kind: 'visitor', id: 'visitor', name: 'Nam' },
    setAt: '2026-01-31T09:00:00Z',
    pinned: false,
    estimated: false,
    unverified: false,
    unparsed: false,
    shown: false,
    ...changes,
  };
}

export function story(changes: Partial<AttributeStory> = {}): AttributeStory {
  return {
    key: 'hometown',
    name: 'Home town',
    type: 'text',
    declared: true,
    version: 'v1',
    values: [kept({ shown: true })],
    changes: { items: [], next: null },
    ...changes,
  };
}

export function session(changes: Partial<Session> = {}): Session {
  return {
    id: 'session',
    country: { code: 'VN', name: 'Vietnam' },
    region: 'Thừa Thiên Huế',
    city: 'Huế',
    estimated: false,
    timeZone: 'Asia/Ho_Chi_Minh',
    language: 'vi',
    device: { type: 'phone', name: 'Pixel 9' },
    os: 'Android 15',
    browser: { name: 'Chrome Mobile', version: '143' },
    referrer: null,
    currentPage: 'https://shop.example/cart',
    startedAt: '2026-01-31T09:00:00Z',
    lastActivityAt: '2026-01-31T09:00:00Z',
    visits: 3,
    others: 0,
    pending: [],
    ...changes,
  };
}

export function apiToken(changes: Partial<ApiToken> = {}): ApiToken {
  return {
    id: 'shop',
    name: 'Shop',
    scopes: ['contacts:read'],
    state: 'active',
    createdBy: { id: 'mai', name: 'Mai' },
    createdAt: '2026-01-31T09:00:00Z',
    expiresAt: '2027-01-31T09:00:00Z',
    lastUsedAt: null,
    revokedAt: null,
    ...changes,
  };
}

export function definition(changes: Partial<AttributeDefinition> = {}): AttributeDefinition {
  return {
    id: 'plan-id',
    subject: 'contact',
    key: 'plan',
    name: 'Plan',
    description: '',
    type: 'list',
    options: ['Free', 'Paid'],
    group: '',
    position: 0,
    visitorsMayWrite: false,
    pattern: null,
    sites: [],
    requiredBeforeResolve: false,
    privacy: 'ordinary',
    retentionDays: null,
    version: 7,
    ...changes,
  };
}
