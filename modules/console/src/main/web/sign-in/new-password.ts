import type { Field } from './one-time-form';

const shortest = 12;

/** The field for a password that is chosen here; `rule` says how long it has to be. */
export function newPassword(label: string, rule: string): Field<'password'> {
  return {
    name: 'password',
    type: 'password',
    label,
    description: rule,
    autoComplete: 'new-password',
    // Counted as the server counts: a letter beyond the first plane is one character.
    fault: (value) => ([...value].length >= shortest ? null : rule),
  };
}
