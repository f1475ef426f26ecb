import {
  changeDefinition,
  checkDefinition,
  makeDefinition,
  readDefinition,
} from '../api/attribute-definitions';
import { isStatus } from '../api/problem';
import type { AttributeDefinition, AttributeDefinitionCheck, AttributeDefinitionPatch } from '../api/types';
import { type DefinitionDraft, patchOf, wantedOf } from './definition-draft';

/** Values of today are none of the changed definition's: to be confirmed before it is saved. */
export class WouldNotFit extends Error {
  constructor(readonly check: AttributeDefinitionCheck) {
    super('Values would not fit');
  }
}

/** Somebody else changed the definition while this one was written. */
export class DefinitionChangedMeanwhile extends Error {
  constructor(readonly now: AttributeDefinition) {
    super('The definition changed meanwhile');
  }
}

/** What a change was written upon; `version` may be a later one, once somebody chose to save upon that. */
export interface Base {
  seen: AttributeDefinition;
  version: number;
}

/**
 * Makes an attribute, or changes the one that it was written upon.
 *
 * @param confirmed values that do not fit are accepted
 * @throws WouldNotFit, DefinitionChangedMeanwhile, Problem
 */
export async function saveDefinition(
  draft: DefinitionDraft,
  base: Base | null,
  confirmed: boolean,
): Promise<AttributeDefinition> {
  if (!base) return makeDefinition(wantedOf(draft));
  const { seen, version } = base;
  const patch = patchOf(draft, seen);
  if (Object.keys(patch).length === 0) return seen;
  try {
    if (narrows(patch) && !confirmed) await refuseMisfits(seen, patch);
    return await changeDefinition(seen.id, version, patch);
  } catch (error) {
    if (!isStatus(error, 412)) throw error;
  }
  throw new DefinitionChangedMeanwhile(await readDefinition(seen.id));
}

const narrows = (patch: AttributeDefinitionPatch) => 'options' in patch || 'pattern' in patch;

async function refuseMisfits({ id }: AttributeDefinition, patch: AttributeDefinitionPatch): Promise<void> {
  const check = await checkDefinition(id, patch);
  if (check.misfits > 0 || check.more) throw new WouldNotFit(check);
}
