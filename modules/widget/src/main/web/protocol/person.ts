/** What a page says of its visitor. Without a token that proves it, an external id is worth nothing. */
export interface User {
  externalId?: string;
  identityToken?: string;
  name?: string | null;
  email?: string | null;
  phone?: string | null;
}

export type AttributeValue = string | number | boolean | null;
export type Attributes = Record<string, AttributeValue>;

const texts = ['externalId', 'identityToken', 'name', 'email', 'phone'];

/** The user that a page gave; throws for what is none, so that a misspelt field does not go unnoticed. */
export function userFrom(given: unknown): User {
  const user = objectFrom(given, 'setUser');
  for (const [field, value] of Object.entries(user)) {
    if (!texts.includes(field)) throw new Error(`setUser knows no "${field}"; it takes ${texts.join(', ')}`);
    if (value !== null && typeof value !== 'string') throw new Error(`setUser takes text as "${field}"`);
  }
  if (user['externalId'] && !user['identityToken']) throw new Error('setUser needs an identityToken beside an externalId');
  return user;
}

export function attributesFrom(given: unknown, command: string): Attributes {
  const attributes = objectFrom(given, command);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && !['string', 'number', 'boolean'].includes(typeof value)) {
      throw new Error(`${command} takes text, a number, true, false or null as "${key}"`);
    }
  }
  return attributes as Attributes;
}

function objectFrom(given: unknown, command: string): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Error(`${command} takes an object`);
  return { ...given };
}
